namespace EppClient.PackageTests;

/// <summary>Packs once for all tests that check the packages.</summary>
[CollectionDefinition(Name)]
public sealed class PackageGroup : ICollectionFixture<PackedFeed>
{
    public const string Name = "Packages";
}
