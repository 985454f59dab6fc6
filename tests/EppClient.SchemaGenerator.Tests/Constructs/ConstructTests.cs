using EppClient.SchemaGenerator.Tests.Support;
using Snapshooter.Xunit;

namespace EppClient.SchemaGenerator.Tests.Constructs;

/// <summary>Tests each construct of XML Schema: its code matches a snapshot, and its messages round-trip.</summary>
public sealed class ConstructTests
{
    public static TheoryData<string> Names => [.. ConstructCatalogue.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Construct_matches_its_snapshot_and_round_trips(string name)
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
