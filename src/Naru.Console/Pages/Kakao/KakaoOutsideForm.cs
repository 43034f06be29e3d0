using System.Globalization;
using Microsoft.AspNetCore.Http;
using Naru.Console.Pages.Parts;
using Naru.Console.Text;
using Naru.Core.Kakao;
using Naru.Engine.Kakao;

namespace Naru.Console.Pages.Kakao;

/// <summary>Who answers an app, and what the app is called at Kakao.</summary>
public sealed record KakaoOutsideForm(AnsweredBy AnsweredBy, string KakaoId, string Native, string Rest, string JavaScript, string Admin)
{
    public const int MostKey = 64;

    public static KakaoOutsideForm Of(DevelopersApp app) => new(
        app.AnsweredBy, app.KakaoId == 0 ? "" : app.KakaoId.ToString(CultureInfo.InvariantCulture), app.Keys.Native, app.Keys.Rest, app.Keys.JavaScript, app.Keys.Admin);

    public static KakaoOutsideForm Read(IFormCollection form)
    {
        return new KakaoOutsideForm(
            form["answered-by"] == nameof(AnsweredBy.Kakao) ? AnsweredBy.Kakao : AnsweredBy.Naru,
            Field("kakao-id"), Field("key-native"), Field("key-rest"), Field("key-javascript"), Field("key-admin"));

        string Field(string name) => form[name].ToString().Trim();
    }

    /// <summary>What the form makes of an app. It means something only where no fault was noted, and only while the directory stands still.</summary>
    public DevelopersApp Change(DevelopersApp app, KakaoDirectory directory, KakaoWords words, FormFaults faults)
    {
        var id = 0L;
        if (KakaoId.Length > 0 && (!long.TryParse(KakaoId, NumberStyles.None, CultureInfo.InvariantCulture, out id) || id == 0))
        {
            faults.Add("kakao-id", words.KakaoIdNeeded);
        }
        else if (AnsweredBy == AnsweredBy.Kakao && (id == 0 || directory.FindOutside(id) is { } other && other.Id != app.Id))
        {
            faults.Add("kakao-id", id == 0 ? words.KakaoIdNeeded : words.TakenByAnotherApp);
        }

        (string Field, string Key)[] keys = [("key-native", Native), ("key-rest", Rest), ("key-javascript", JavaScript), ("key-admin", Admin)];
        foreach (var (field, key) in keys)
        {
            if (key.Length is < 8 or > MostKey || !key.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') || keys.Count(one => one.Key == key) > 1)
            {
                faults.Add(field, words.KeyNeeded);
            }
            else if (directory.FindKey(key) is var (owner, _) && owner.Id != app.Id)
            {
                faults.Add(field, words.TakenByAnotherApp);
            }
        }

        return app with { AnsweredBy = AnsweredBy, KakaoId = id, Keys = new AppKeys(Native, Rest, JavaScript, Admin) };
    }
}
