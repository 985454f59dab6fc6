using EppClient.Tests.Architecture.Code;
using EppClient.Tests.Architecture.Rules;

namespace EppClient.Tests.Architecture;

public sealed class ForbiddenUseTests
{
    private static readonly ForbiddenUse[] All = [.. ForbiddenUse.AtRunTime, .. ForbiddenUse.Everywhere];

    [Theory]
    [MemberData(nameof(Modules.All), MemberType = typeof(Modules))]
    public void Source_builds_no_document_trees_and_makes_no_blocking_calls(string assembly)
    {
        using var module = Modules.Read(assembly);

        Report.Of(ForbiddenUse.Violations(module, ForbiddenUse.Everywhere)).Should().BeEmpty();
    }

    [Theory]
    [InlineData(Modules.Core)]
    [InlineData(Modules.Dk)]
    [InlineData(Modules.Iana)]
    [InlineData(Modules.Redis)]
    [InlineData(Modules.Sqlite)]
    [InlineData(Modules.PostgreSql)]
    [InlineData(Modules.Hosting)]
    [InlineData(Modules.DkHosting)]
    [InlineData(Modules.Testing)]
    [InlineData(Modules.DkTesting)]
    public void Packages_use_no_reflection_and_no_document_nodes(string assembly)
    {
        using var module = Modules.Read(assembly);

        Report.Of(ForbiddenUse.Violations(module, ForbiddenUse.AtRunTime)).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Modules.All), MemberType = typeof(Modules))]
    public void Source_never_blocks_on_an_awaiter_and_has_no_async_void(string assembly)
    {
        using var module = Modules.Read(assembly);

        Report.Of(AsyncRule.Violations(module)).Should().BeEmpty();
    }

    // These and the next expressions are compiled but never run, to verify that each rule finds what it forbids.
    [Theory]
    [InlineData("new System.Xml.XmlDocument()")]
    [InlineData("System.Xml.Linq.XDocument.Parse(\"<a/>\")")]
    [InlineData("new System.Xml.Serialization.XmlSerializer(typeof(int))")]
    [InlineData("new System.Xml.XPath.XPathDocument(\"a\")")]
    [InlineData("System.Activator.CreateInstance(typeof(object))")]
    [InlineData("typeof(object).GetProperties()")]
    [InlineData("System.Reflection.Emit.OpCodes.Nop")]
    [InlineData("System.Threading.Tasks.Task.Delay(1).Wait(1)")]
    [InlineData("System.Threading.Tasks.Task.FromResult(1).Result")]
    [InlineData("new System.Threading.Tasks.ValueTask<int>(1).Result")]
    [InlineData("new System.Threading.SemaphoreSlim(1).Wait(1)")]
    [InlineData("((System.Action)(() => System.Threading.Thread.Sleep(1)))")]
    public void Forbidden_code_is_reported(string expression)
    {
        using var module = Modules.Compile($$"""class User { object Method() => {{expression}}; }""");

        ForbiddenUse.Violations(module, All).Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("void Method() => System.Threading.Tasks.Task.Delay(1).GetAwaiter().GetResult();")]
    [InlineData("int Method() => new System.Threading.Tasks.ValueTask<int>(1).ConfigureAwait(false).GetAwaiter().GetResult();")]
    [InlineData("async System.Threading.Tasks.Task Method() { await System.Threading.Tasks.Task.Delay(1); System.Threading.Tasks.Task.Delay(1).GetAwaiter().GetResult(); }")]
    [InlineData("async void Method() => await System.Threading.Tasks.Task.Delay(1);")]
    [InlineData("object Method() => (System.Action)(async () => await System.Threading.Tasks.Task.Delay(1));")]
    public void Blocking_on_an_awaiter_and_async_void_are_reported(string member)
    {
        using var module = Modules.Compile($$"""class User { {{member}} }""");

        AsyncRule.Violations(module).Should().ContainSingle();
    }

    [Theory]
    [InlineData("System.Text.Json.Serialization.JsonSerializerContext", false)]
    [InlineData("Other", true)]
    public void Reflection_is_reported_except_in_code_generated_for_JSON(string baseType, bool isReported)
    {
        using var module = Modules.Compile($$"""
            abstract class Other(object options)
            {
                protected abstract object GeneratedSerializerOptions { get; }
                public abstract object GetTypeInfo(System.Type type);
            }
            abstract class Context() : {{baseType}}(null) { object Method() => typeof(object).GetProperties(); }
            """);

        ForbiddenUse.Violations(module, All).Any().Should().Be(isReported);
    }

    [Fact]
    public void Awaiting_is_not_reported()
    {
        using var module = Modules.Compile("""
            using System.Collections.Generic;
            using System.Threading.Tasks;
            class User
            {
                async Task<int> Method(IAsyncEnumerable<int> numbers, System.IAsyncDisposable disposable)
                {
                    await using var _ = disposable.ConfigureAwait(false);
                    await foreach (var number in numbers) { await Task.Yield(); }
                    return await new ValueTask<int>(1).ConfigureAwait(false) + await Task.FromResult(2);
                }
            }
            """);

        Report.Of(AsyncRule.Violations(module)).Should().BeEmpty();
        Report.Of(ForbiddenUse.Violations(module, All)).Should().BeEmpty();
    }
}
