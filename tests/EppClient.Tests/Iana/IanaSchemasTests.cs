using System.Reflection;
using EppClient.Iana;

namespace EppClient.Tests.Iana;

public sealed class IanaSchemasTests
{
    [Fact]
    public void Every_schema_but_a_replaced_one_is_in_the_list_once() =>
        IanaSchemas.All.Select(s => s.NamespaceUri).Append(IanaNamespaces.SecDns10).Should().BeEquivalentTo(SchemaFiles.Iana.Select(s => s.TargetNamespace));

    [Fact]
    public void Every_namespace_has_a_constant() =>
        typeof(IanaNamespaces).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => f.GetRawConstantValue())
            .Should().BeEquivalentTo(SchemaFiles.Iana.Select(s => s.TargetNamespace));
}
