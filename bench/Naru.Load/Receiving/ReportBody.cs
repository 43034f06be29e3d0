using System.Text.Json;

namespace Naru.Load.Receiving;

/// <summary>The members of a delivery report that the load looks at; they point into the body.</summary>
internal readonly ref struct Report
{
    public ReadOnlySpan<byte> MessageId { get; init; }

    /// <summary><c>status.groupName</c>.</summary>
    public ReadOnlySpan<byte> Status { get; init; }

    public ReadOnlySpan<byte> CallbackData { get; init; }
}

/// <summary>Walks <c>{"results":[…]}</c> (infobip.md §8.1) without building objects.</summary>
internal ref struct ReportBody
{
    private Utf8JsonReader _json;
    private bool _inside;

    public ReportBody(ReadOnlySpan<byte> body)
    {
        _json = new Utf8JsonReader(body);
        try
        {
            while (!_inside && _json.Read())
                _inside = _json.CurrentDepth == 1 && _json.TokenType == JsonTokenType.PropertyName && _json.ValueTextEquals("results"u8);
            Broken = !_inside || !_json.Read() || _json.TokenType != JsonTokenType.StartArray;
        }
        catch (JsonException)
        {
            Broken = true;
        }
    }

    /// <summary>It is not a report body, or not to its end.</summary>
    public bool Broken { get; private set; }

    public Report Current { get; private set; }

    public bool MoveNext()
    {
        if (Broken)
            return false;
        try
        {
            if (!_json.Read() || _json.TokenType != JsonTokenType.StartObject)
                return false;
            Current = ReadReport();
            return true;
        }
        catch (JsonException)
        {
            Broken = true;
            return false;
        }
    }

    private Report ReadReport()
    {
        ReadOnlySpan<byte> id = default, status = default, callback = default;
        while (_json.Read() && _json.TokenType == JsonTokenType.PropertyName)
        {
            if (_json.ValueTextEquals("messageId"u8))
                id = ReadText();
            else if (_json.ValueTextEquals("callbackData"u8))
                callback = ReadText();
            else if (_json.ValueTextEquals("status"u8))
                status = ReadGroupName();
            else
                _json.Skip();
        }

        return new Report { MessageId = id, Status = status, CallbackData = callback };
    }

    private ReadOnlySpan<byte> ReadGroupName()
    {
        ReadOnlySpan<byte> group = default;
        _json.Read();
        while (_json.Read() && _json.TokenType == JsonTokenType.PropertyName)
        {
            if (_json.ValueTextEquals("groupName"u8))
                group = ReadText();
            else
                _json.Skip();
        }

        return group;
    }

    // The values we look at are ids and words of ours: they need no escapes.
    private ReadOnlySpan<byte> ReadText()
    {
        _json.Read();
        return _json.TokenType == JsonTokenType.String ? _json.ValueSpan : default;
    }
}
