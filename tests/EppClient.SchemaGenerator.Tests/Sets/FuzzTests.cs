using System.Xml.Linq;
using EppClient.SchemaGenerator.Tests.Support;
using EppClient.TestSupport.Generation;
using Microsoft.CodeAnalysis;

namespace EppClient.SchemaGenerator.Tests.Sets;

/// <summary>The generator does not crash for any schema, and the emitted code compiles.</summary>
public sealed class FuzzTests
{
    private static readonly int Rounds = TestSize.Of(eachCommit: 6, full: 300);
    private static readonly XNamespace Xsd = "http://www.w3.org/2001/XMLSchema";
    private static readonly string[] Names = ["element", "complexType", "simpleType", "sequence", "choice", "all", "any", "group", "attribute", "restriction", "extension", "schema", "annotation"];
    private static readonly string[] Values = ["", "0", "-1", "unbounded", "99999999999", "xs:token", "xs:ID", "xs:anyType", "nowhere:type", "true", "a b", "ü", "#", "restriction"];

    [Fact]
    public void Mutated_schemas_do_not_crash_the_generator()
    {
#pragma warning disable CA5394 // A run must be repeatable.
        var random = new Random(TestSize.Seed);
        var originals = Directory.EnumerateFiles(Path.Combine(Repository.Root, "schemas"), "*.xsd", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        for (var round = 0; round < Rounds; round++)
        {
            var items = originals.Select((f, i) => new SchemaItem(f, Mutate(File.ReadAllText(f), random, i), ("Emit", "All"))).ToArray();

            var run = GeneratorRun.Of(items);

            run.Driver.GetRunResult().Results[0].Exception.Should().BeNull($"round {round}, {TestSize.Repeat}");
            run.Diagnostics.Should().NotContain(d => d.Id == "CS8785");
            run.Diagnostics.Should().NotContain(d => !d.Id.StartsWith("EPP", StringComparison.Ordinal));
            if (run.Diagnostics.All(d => d.Severity != DiagnosticSeverity.Error))
            {
                run.CompilerFaults().Where(d => d.Severity == DiagnosticSeverity.Error).Take(3).Should().BeEmpty($"round {round}, {TestSize.Repeat}");
            }
        }
    }

    private static string Mutate(string text, Random random, int index)
    {
        // Sometimes a file is truncated; the others are changed in a few places, or not at all.
        if (random.Next(40) == 0)
        {
            return text[..random.Next(text.Length)];
        }

        var root = XDocument.Parse(text).Root!;
        for (var i = (index + random.Next(3)) % 3; i > 0; i--)
        {
            Change(root.Descendants().ElementAt(random.Next(root.Descendants().Count())), random);
        }

        return root.ToString();
    }

    private static void Change(XElement element, Random random)
    {
        var attributes = element.Attributes().Where(a => !a.IsNamespaceDeclaration).ToList();
        var attribute = attributes.Count > 0 ? attributes[random.Next(attributes.Count)] : null;
        switch (random.Next(8))
        {
            case 0:
                element.Remove();
                break;
            case 1:
                element.AddAfterSelf(new XElement(element));
                break;
            case 2:
                element.Name = Xsd + Names[random.Next(Names.Length)];
                break;
            case 3:
                element.SetAttributeValue(random.Next(2) == 0 ? "maxOccurs" : "minOccurs", Values[random.Next(Values.Length)]);
                break;
            case 4 when element.Parent is { } parent:
                parent.AddFirst(new XElement(element));
                break;
            case 5:
                attribute?.Remove();
                break;
            case 6 when attribute is not null:
                attribute.Value = Values[random.Next(Values.Length)];
                break;
            default:
                if (attribute is not null)
                {
                    attribute.Value += "x";
                }

                break;
        }
    }
#pragma warning restore CA5394
}
