namespace Naru.Server.Logging;

/// <summary>Stands for an exception whose text held something that must not be seen.</summary>
internal sealed class RedactedException : Exception
{
    private readonly string _text;

    private RedactedException(Exception original, string text)
        : base(Redactor.Text(original.Message)) => (_text, OriginalType) = (text, original.GetType());

    public Type OriginalType { get; }

    /// <summary>The exception itself where there is nothing to hide.</summary>
    public static Exception? From(Exception? exception)
    {
        if (exception is null)
        {
            return null;
        }

        var text = exception.ToString();
        var redacted = Redactor.Text(text);
        return ReferenceEquals(text, redacted) || text == redacted ? exception : new RedactedException(exception, redacted);
    }

    public override string ToString() => _text;
}
