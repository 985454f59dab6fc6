using EppClient.TestSupport.Servers;

namespace EppClient.IntegrationTests.Hosting;

/// <summary>A PostgreSQL server that tests share.</summary>
[CollectionDefinition(Name)]
public sealed class SharedPostgres : ICollectionFixture<PostgresServer>
{
    public const string Name = "PostgreSQL";
}
