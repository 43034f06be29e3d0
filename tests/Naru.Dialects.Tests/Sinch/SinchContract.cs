using Naru.Dialects.Tests.Contracts;
using Naru.Dialects.Tests.Hosting;

namespace Naru.Dialects.Tests.Sinch;

/// <summary>What every answer of this door is held against.</summary>
internal static class SinchContract
{
    /// <summary>200, exactly <c>application/json</c>, the schema of the vendor's interface description, and what the .NET SDK cannot do without.</summary>
    public static Answer ShouldBeAnswer(this Answer answer, string schema)
    {
        answer.ShouldBe(System.Net.HttpStatusCode.OK);
        answer.Headers["Content-Type"].ShouldBe("application/json");
        OpenApiFile.Sinch.ShouldAccept(answer.Json, schema);
        DotNetDemands.ShouldBeMet(answer.Json, schema);
        return answer;
    }

    public static void ShouldBeFault(Answer answer, string word)
    {
        answer.Headers["Content-Type"].ShouldBe("application/json");
        OpenApiFile.Sinch.ShouldAccept(answer.Json, "Error");
        var error = answer.Json.GetProperty("error");
        error.GetProperty("code").GetInt32().ShouldBe((int)answer.Status);
        error.GetProperty("status").GetString().ShouldBe(word);
        error.GetProperty("message").GetString().ShouldNotBeNullOrEmpty();
    }

    /// <summary>400 with exactly these fields.</summary>
    public static void ShouldComplainAbout(this Answer answer, params string[] fields)
    {
        answer.ShouldBe(System.Net.HttpStatusCode.BadRequest);
        ShouldBeFault(answer, "INVALID_ARGUMENT");
        Fields(answer).ShouldBe(fields, answer.Body);
    }

    private static IEnumerable<string> Fields(Answer answer)
    {
        var detail = answer.Json.GetProperty("error").GetProperty("details")[0];
        detail.GetProperty("@type").GetString().ShouldBe("type.googleapis.com/google.rpc.BadRequest");
        return detail.GetProperty("fieldViolations").EnumerateArray().Select(violation =>
        {
            violation.GetProperty("description").GetString().ShouldNotBeNullOrEmpty();
            return violation.GetProperty("field").GetString()!;
        });
    }
}
