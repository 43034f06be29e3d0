using Naru.Console.Api;
using Naru.Engine.Reference;

namespace Naru.Console.Testing;

/// <summary>The descriptions of <see cref="HandsetApi"/>.</summary>
internal static class HandsetReference
{
    private static readonly Parameter s_to = Parameter.Text("to", "A phone number such as `821012345678`; `+82 10-…` and `010…` are read too.");

    public static readonly Operation Read = new("Read what phones received")
    {
        Details = "Oldest first. With `wait` the request is held until `count` messages are there and is woken by the arrival, so that no test sleeps; when the time is up it answers with what there is.",
        Parameters =
        [
            s_to,
            Parameter.Number("after", "Only messages with a larger `id`.", 0, null, 0),
            Parameter.Text("template", "Only messages of the template with this code."),
            Parameter.Number("count", "How many messages `wait` waits for.", 1, HandsetApi.MaxMessages, 1),
            Parameter.Text("wait", $"{TestReference.DurationRule}, at most `{Duration.Show(HandsetApi.LongestWait)}`. Absent: no waiting."),
            TestReference.Workspace,
        ],
        Answers = [Answer.Of<HandsetAnswer>(200, $"At most {HandsetApi.MaxMessages} messages."), .. TestReference.CallerFaults],
        Security = TestReference.Callers,
        SecurityOptional = true,
    };

    public static readonly Operation Write = new("Write a text on a phone")
    {
        Details = "To one of the workspace's numbers. It is answered when the text is stored: then it is in the inbox, and on its way to whoever is told.",
        Parameters = [TestReference.Workspace],
        Body = Body.Of<WriteBody>(),
        Answers =
        [
            new Answer(204, "Received."), .. TestReference.CallerFaults.Where(answer => answer.Status != 404), ApiReference.TooLarge,
            ApiReference.Problem(404, "There is no such number or workspace."),
        ],
        Security = TestReference.Callers,
        SecurityOptional = true,
    };

    public static readonly Operation Clear = new("Empty the phones")
    {
        Details = "Of the workspace; with `to` one phone of it.",
        Parameters = [s_to, TestReference.Workspace],
        Answers = [new Answer(204, "Emptied."), .. TestReference.CallerFaults],
        Security = TestReference.Callers,
        SecurityOptional = true,
    };

    public static readonly Operation Press = new("Press a button or quick reply of a message")
    {
        Parameters =
        [
            Parameter.Path("id", "`id` of the message on the phone."),
            Parameter.Path("index", "Which button, from 0; quick replies follow the buttons."),
            TestReference.Workspace,
        ],
        Answers = [new Answer(204, "Pressed."), .. TestReference.CallerFaults.Where(answer => answer.Status != 404), ApiReference.Problem(404, "There is no such message, button or workspace.")],
        Security = TestReference.Callers,
        SecurityOptional = true,
    };
}
