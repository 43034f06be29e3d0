namespace Naru.Engine.Reference;

/// <summary>
/// What a route says about itself in the served OpenAPI document: what its code reads and answers by hand, so that no signature shows it.
/// </summary>
/// <param name="Summary">One line: what the caller gets done.</param>
public sealed record Operation(string Summary)
{
    /// <summary>What a caller should know beside the summary. May be Markdown.</summary>
    public string? Details { get; init; }

    /// <summary>The vendor's page about the operation, for bodies whose shape is the vendor's and stands in no type of ours.</summary>
    public Uri? VendorPage { get; init; }

    /// <summary>Those of the path that are not named here are added, as text.</summary>
    public IReadOnlyList<Parameter> Parameters { get; init; } = [];

    public Body? Body { get; init; }

    public IReadOnlyList<Answer> Answers { get; init; } = [];

    /// <summary>Any one of them lets a caller in; none means that everybody is let in.</summary>
    public IReadOnlyList<AuthScheme> Security { get; init; } = [];

    /// <summary>Without credentials it works too, for some.</summary>
    public bool SecurityOptional { get; init; }
}

/// <summary>The body of a request.</summary>
/// <param name="Type">What it is read into; null where the shape is the vendor's.</param>
public sealed record Body(string MediaType, Type? Type = null, bool Required = true)
{
    public const string Json = "application/json";

    public static readonly Body VendorJson = new(Json);

    public static Body Of<T>(bool required = true) => new(Json, typeof(T), required);
}

/// <summary>A kind of answer.</summary>
/// <param name="Type">What is written; null where the shape is the vendor's.</param>
/// <param name="MediaType">Null for an answer without a body.</param>
public sealed record Answer(int Status, string Description, string? MediaType = null, Type? Type = null)
{
    public static Answer Of<T>(int status, string description) => new(status, description, Body.Json, typeof(T));

    public static Answer VendorJson(int status, string description) => new(status, description, Body.Json);
}

/// <summary>A way for a caller to say who it is. The same name always means the same way.</summary>
/// <param name="Name">Its key in the document, unique among all doors: <c>infobipApiKey</c>.</param>
public sealed record AuthScheme(string Name, AuthSchemeKind Kind, string Description);

public enum AuthSchemeKind
{
    /// <summary>A whole <c>Authorization</c> header of a vendor's own making; the description says which.</summary>
    Header = 1,
    Basic = 2,
    Bearer = 3,
}
