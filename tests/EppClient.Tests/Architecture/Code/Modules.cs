using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Mono.Cecil;

namespace EppClient.Tests.Architecture.Code;

/// <summary>The assemblies of src as they were built for this test run, and tiny ones that break a rule on purpose.</summary>
internal static class Modules
{
    public const string Core = "EppClient";
    public const string Dk = "EppClient.Dk";
    public const string Iana = "EppClient.Iana";
    public const string Redis = "EppClient.Redis";
    public const string Sqlite = "EppClient.Sqlite";
    public const string PostgreSql = "EppClient.PostgreSql";
    public const string Hosting = "EppClient.Extensions.Hosting";
    public const string Testing = "EppClient.Testing";
    public const string Generator = "EppClient.SchemaGenerator";

    public static TheoryData<string> All { get; } = [Core, Dk, Iana, Redis, Sqlite, PostgreSql, Hosting, Testing, Generator];

    private static readonly IReadOnlyList<MetadataReference> Platform =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    public static ModuleDefinition Read(string assembly) => ModuleDefinition.ReadModule(Path.Combine(AppContext.BaseDirectory, $"{assembly}.dll"));

    public static ModuleDefinition Compile(string source, [CallerMemberName] string name = "")
    {
        var compilation = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(source)],
            Platform,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var output = new MemoryStream();
        var result = compilation.Emit(output);
        result.Success.Should().BeTrue("a fixture is correct C#, but: {0}", string.Join('\n', result.Diagnostics));
        output.Position = 0;
        return ModuleDefinition.ReadModule(output);
    }
}
