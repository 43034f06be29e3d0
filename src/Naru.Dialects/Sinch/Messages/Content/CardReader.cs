using Naru.Dialects.Json;

namespace Naru.Dialects.Sinch.Messages.Content;

/// <summary><c>card_message</c> and <c>carousel_message</c>. Both are read from inside their object to its last member.</summary>
internal static class CardReader
{
    private const int MaxCards = 10;
    private const int MaxCarouselChoices = 3;

    public static void ReadCard(ref StrictJson json)
    {
        while (json.NextMember())
        {
            if (json.Is("title"u8))
            {
                json.String("title", GenericContent.MaxText);
            }
            else if (json.Is("description"u8))
            {
                json.String("description", GenericContent.MaxText);
            }
            else if (json.Is("height"u8))
            {
                json.String("height", GenericContent.MaxText);
            }
            else if (json.Is("choices"u8))
            {
                ChoiceReader.ReadChoices(ref json, ChoiceReader.MaxChoices);
            }
            else if (GenericContent.KindOf(ref json) is ContentKind.Media)
            {
                GenericContent.Read(ref json, ContentKind.Media);
            }
            else
            {
                json.SkipMember();
            }
        }
    }

    public static void ReadCarousel(ref StrictJson json)
    {
        var cards = false;
        while (json.NextMember())
        {
            if (json.Is("cards"u8))
            {
                cards = ReadCards(ref json);
            }
            else if (json.Is("choices"u8))
            {
                ChoiceReader.ReadChoices(ref json, MaxCarouselChoices);
            }
            else
            {
                json.SkipMember();
            }
        }

        json.Require(cards, "cards");
    }

    private static bool ReadCards(ref StrictJson json)
    {
        if (!json.BeginArray("cards"))
        {
            return !json.IsNull;
        }

        while (json.NextItem())
        {
            if (json.BeginItem())
            {
                ReadCard(ref json);
                json.End();
            }
        }

        if (json.Index >= MaxCards)
        {
            json.Fault($"size must be between 1 and {MaxCards}");
        }

        json.RequireItems();
        json.End();
        return true;
    }
}
