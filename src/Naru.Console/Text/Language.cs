namespace Naru.Console.Text;

/// <summary>The languages of the pages.</summary>
public enum Language
{
    Korean = 1,
    English = 2,
}
