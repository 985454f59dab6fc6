using EppClient.TestSupport.Servers;

namespace EppClient.Stores.Tests.Servers;

/// <summary>One server for all tests that need one and are short. Those that kill processes have servers of their own: they wait, and run beside each other.</summary>
[CollectionDefinition(Name)]
public sealed class SharedPostgres : ICollectionFixture<PostgresServer>
{
    public const string Name = "PostgreSQL";
}
