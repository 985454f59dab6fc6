using EppClient.SchemaGenerator.Tests.Support;
using Snapshooter.Xunit;

namespace EppClient.SchemaGenerator.Tests.Constructs;

/// <summary>Each construct of XML Schema: the code that comes of it is reviewed as a snapshot, and its messages go there and back.</summary>
public sealed class ConstructTests
{
    public static TheoryData<string> Names => [.. ConstructCatalogue.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Construct_becomes_the_reviewed_code_and_loses_nothing(string name)
    {
        var (content, messages) = ConstructCatalogue.All[name];
        var schema = new TestSchema(content);

        foreach (var message in messages)
        {
            schema.RoundTrip(message);
        }

        Snapshot.Match(schema.Code, $"Construct.{name}");
    }
}
