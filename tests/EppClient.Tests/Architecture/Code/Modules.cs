using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Mono.Cecil;

namespace EppClient.Tests.Architecture.Code;

/// <summary>The assemblies of src as built for this test run, and small ones that violate a rule on purpose.</summary>
internal static class Modules
{
    public const string Core = "EppClient";
    public const string Dk = "EppClient.Dk";
    public const string Iana = "EppClient.Iana";
    public const string Redis = "EppClient.Redis";
    public const string Sqlite = "EppClient.Sqlite";
    public const string PostgreSql = "EppClient.PostgreSql";
    public const string Hosting = "EppClient.Extensions.Hosting";
    public const string DkHosting = "EppClient.Dk.Hosting";
    public const string DkAspNetCore = "EppClient.Dk.AspNetCore";
    public const string Testing = "EppClient.Testing";
    public const string DkTesting = "EppClient.Dk.Testing";
    public const string Generator = "EppClient.SchemaGenerator";

    public static TheoryData<string> All { get; } = [Core, Dk, Iana, Redis, Sqlite, PostgreSql, Hosting, Testing, DkTesting, DkHosting, DkAspNetCore, Generator];

    // Each fixture is added to this one, so that the symbols of all references are created once. This requires the same name.
    private static readonly CSharpCompilation WithoutFiles = CSharpCompilation.Create(
        "Fixture",
        references: ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path)),
        options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    public static ModuleDefinition Read(string assembly) => ModuleDefinition.ReadModule(Path.Combine(AppContext.BaseDirectory, $"{assembly}.dll"));

    public static ModuleDefinition Compile(string source)
    {
        var output = new MemoryStream();
        var result = WithoutFiles.AddSyntaxTrees(CSharpSyntaxTree.ParseText(source)).Emit(output);
        result.Success.Should().BeTrue("a fixture is correct C#, but: {0}", string.Join('\n', result.Diagnostics));
        output.Position = 0;
        return ModuleDefinition.ReadModule(output);
    }
}
