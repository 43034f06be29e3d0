using Microsoft.AspNetCore.Http;

namespace Naru.Console.Api;

/// <summary>An error of Naru's own routes for programs: test suites, the linter, carriers' credentials (RFC 9457), naming the parameter that is at fault.</summary>
internal sealed record ApiProblem(int Status, string Detail, string? Parameter = null)
{
    public static ApiProblem Bad(string parameter, string detail) => new(StatusCodes.Status400BadRequest, detail, parameter);

    public static ApiProblem NotFound(string detail, string? parameter = null) => new(StatusCodes.Status404NotFound, detail, parameter);

    public IResult Answer() => Results.Problem(
        Detail,
        statusCode: Status,
        extensions: Parameter is null ? null : new Dictionary<string, object?>(StringComparer.Ordinal) { ["parameter"] = Parameter });
}

/// <summary>Thrown by what reads their requests; answered by <see cref="ApiGuard"/>.</summary>
internal sealed class ApiProblemException(ApiProblem problem) : Exception(problem.Detail)
{
    public ApiProblem Problem { get; } = problem;
}
