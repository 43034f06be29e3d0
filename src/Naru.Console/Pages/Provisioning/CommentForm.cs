using Microsoft.AspNetCore.Http;
using Naru.Console.Pages.Parts;
using Naru.Console.Text;

namespace Naru.Console.Pages.Provisioning;

/// <summary>What somebody says to a sender or template.</summary>
public static class CommentForm
{
    /// <summary>contracts/sinch.md §6</summary>
    public const int MaxLength = 65_535;

    /// <summary>The comment; it means something only where no fault was noted.</summary>
    public static string Read(IFormCollection form, ProvisioningWords words, FormFaults faults, bool required = true)
    {
        var comment = form["comment"].ToString().ReplaceLineEndings("\n").Trim();
        if ((required && comment.Length == 0) || comment.Length > MaxLength)
        {
            faults.Add("comment", words.CommentNeeded(MaxLength));
        }

        return comment;
    }
}
