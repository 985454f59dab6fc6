using EppClient.TestSupport.Servers;

namespace EppClient.Stores.Tests.Servers;

/// <summary>One server for all short tests that need one. Tests that kill processes have separate servers: they wait, and run in parallel.</summary>
[CollectionDefinition(Name)]
public sealed class SharedPostgres : ICollectionFixture<PostgresServer>
{
    public const string Name = "PostgreSQL";
}
