using EppClient.Tests.Architecture.Code;
using EppClient.Tests.Architecture.Layers;

namespace EppClient.Tests.Architecture;

public sealed class LayerTests
{
    [Fact]
    public void Layers_of_the_core_package_use_only_lower_layers()
    {
        using var module = Modules.Read(Modules.Core);

        Report.Of(LayerRule.Violations(module)).Should().BeEmpty();
    }

    [Fact]
    public void Every_layer_below_the_facade_has_types()
    {
        using var module = Modules.Read(Modules.Core);

        var layers = module.Types.Select(type => LayerMap.Of(TypeName.Of(type))).Distinct();

        layers.Should().Contain(Enum.GetValues<Layer>().Cast<Layer?>());
    }

    [Fact]
    public void Root_types_that_are_assigned_to_a_layer_exist()
    {
        using var module = Modules.Read(Modules.Core);

        var types = module.Types.Where(type => type.Namespace == "EppClient").Select(type => TypeName.Of(type).Name);

        types.Should().Contain(LayerMap.RootTypes);
    }

    [Theory]
    [InlineData("class User { Upper Field; }")]
    [InlineData("class User { Upper[] Property { get; set; } }")]
    [InlineData("class User : Upper;")]
    [InlineData("class User : System.Collections.Generic.List<Upper>;")]
    [InlineData("class User<T> where T : Upper;")]
    [InlineData("class User { void Method(System.Action<Upper> parameter) { } }")]
    [InlineData("class User { object Method() => typeof(Upper); }")]
    [InlineData("class User { object Method() => new Upper(); }")]
    [InlineData("class User { object Method() => ((System.Func<object>)(() => new Upper()))(); }")]
    [InlineData("class User { class Nested { Upper Field; } }")]
    [InlineData("class User { void Method() { try { } catch (Upper) { } } }")]
    [InlineData("class User { [Mark(typeof(Upper))] void Method() { } } class Mark(System.Type type) : System.Attribute;")]
    public void Use_of_a_higher_layer_is_reported(string user)
    {
        using var module = Modules.Compile($$"""
            namespace EppClient.Protocol { public class Upper : System.Exception; }
            namespace EppClient.Transport { using EppClient.Protocol; {{user}} }
            """);

        LayerRule.Violations(module).Should().NotBeEmpty().And.OnlyContain(text => text.EndsWith("Transport may not use Protocol", StringComparison.Ordinal));
    }

    [Fact]
    public void Use_of_a_lower_layer_is_not_reported()
    {
        using var module = Modules.Compile("""
            namespace EppClient.Protocol { class User { EppClient.Sessions.Lower Field; } }
            namespace EppClient.Sessions { class Lower; }
            """);

        Report.Of(LayerRule.Violations(module)).Should().BeEmpty();
    }

    [Fact]
    public void Use_of_a_facade_type_in_a_lower_layer_is_reported()
    {
        using var module = Modules.Compile("""
            namespace EppClient { class EppOptions; class EppCommandException { EppClient.Sessions.User Field; } }
            namespace EppClient.Sessions { class User { EppOptions First; EppCommandException Second; } }
            """);

        LayerRule.Violations(module).Should().SatisfyRespectively(
            second => second.Should().EndWith("Sessions may not use Facade"),
            first => first.Should().EndWith("Sessions may not use Protocol"));
    }

    [Fact]
    public void A_namespace_without_a_layer_is_reported()
    {
        using var module = Modules.Compile("namespace EppClient.Helpers { class Odd { Odd Field; } }");

        FluentActions.Invoking(() => LayerRule.Violations(module)).Should().Throw<InvalidOperationException>().WithMessage("EppClient.Helpers.Odd is in*");
    }
}
