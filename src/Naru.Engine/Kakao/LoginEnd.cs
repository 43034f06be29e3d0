namespace Naru.Engine.Kakao;

/// <summary>Where the outcome of a login goes.</summary>
public enum LoginEnd
{
    /// <summary>With the browser to the app's redirect URI.</summary>
    Redirect,

    /// <summary>Nowhere: the page that opened the login window asks for it (<see cref="LoginOutcomes"/>).</summary>
    Kept,

    /// <summary>To the frame that the JavaScript SDK 1.x keeps in the page that opened the login window.</summary>
    Opener,
}
