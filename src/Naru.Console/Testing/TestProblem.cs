using Microsoft.AspNetCore.Http;

namespace Naru.Console.Testing;

/// <summary>An error of the test routes (RFC 9457), naming the parameter that is at fault.</summary>
internal sealed record TestProblem(int Status, string Detail, string? Parameter = null)
{
    public static TestProblem Bad(string parameter, string detail) => new(StatusCodes.Status400BadRequest, detail, parameter);

    public static TestProblem NotFound(string detail, string? parameter = null) => new(StatusCodes.Status404NotFound, detail, parameter);

    public IResult Answer() => Results.Problem(
        Detail,
        statusCode: Status,
        extensions: Parameter is null ? null : new Dictionary<string, object?>(StringComparer.Ordinal) { ["parameter"] = Parameter });
}

/// <summary>Thrown by the readers of the test routes; answered by <see cref="TestGuard"/>.</summary>
internal sealed class TestProblemException(TestProblem problem) : Exception(problem.Detail)
{
    public TestProblem Problem { get; } = problem;
}
