using EppClient.TestSupport.Servers;

namespace EppClient.Stores.Tests.Servers;

/// <summary>One server for all tests that need one.</summary>
[CollectionDefinition(Name)]
public sealed class SharedPostgres : ICollectionFixture<PostgresServer>
{
    public const string Name = "PostgreSQL";
}
