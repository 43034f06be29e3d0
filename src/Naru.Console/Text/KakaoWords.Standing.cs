using Naru.Engine.Kakao;

namespace Naru.Console.Text;

/// <summary>How an app stands: permissions, quotas, what became of its callbacks.</summary>
public abstract partial class KakaoWords
{
    /// <summary>In a page's address: something was deleted.</summary>
    public const string DeletedMark = "deleted";

    /// <summary>In a page's address: something was cleared.</summary>
    public const string ClearedMark = "cleared";

    /// <summary>What was just done, by the mark in the page's address; null: nothing.</summary>
    public string? WhatWasDone(string? mark) => mark switch
    {
        null => null,
        DeletedMark => Deleted,
        ClearedMark => Cleared,
        _ => Done,
    };

    public abstract string Deleted { get; }

    public abstract string Cleared { get; }

    public abstract string OnThisPage { get; }

    public abstract string NoTemplates { get; }

    public abstract string TemplateId { get; }

    public abstract string MembersHelp { get; }

    public abstract string PermissionsHelp { get; }

    public abstract string WhichPermissions { get; }

    public abstract string ReviewPermission { get; }

    public abstract string PermissionNeeded { get; }

    /// <param name="whose">Whose counter is the fullest; empty where it is the app's.</param>
    public abstract string QuotaUsed(int used, int limit, string whose);

    /// <summary>How far a quota may be set.</summary>
    public abstract string QuotaRange(int most);

    public abstract string QuotaFull { get; }

    public abstract string CallbacksHelp(int seconds);

    public abstract string CallbackOutcome(CallbackRecord record);

    public abstract string CallbackSent { get; }

    /// <summary>A room with one friend.</summary>
    public abstract string OneFriend { get; }
}
