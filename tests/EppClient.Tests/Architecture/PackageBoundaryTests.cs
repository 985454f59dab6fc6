using EppClient.Tests.Architecture.Code;
using EppClient.Tests.Architecture.Rules;

namespace EppClient.Tests.Architecture;

public sealed class PackageBoundaryTests
{
    private static readonly string[] RuntimeDependencies = ["Microsoft.Extensions.Logging.Abstractions", "Polly.Core", "System.Threading.RateLimiting"];

    [Theory]
    [InlineData(Modules.Core)]
    [InlineData(Modules.Dk, Modules.Core, "PhoneNumbers")]
    [InlineData(Modules.Iana, Modules.Core)]
    [InlineData(Modules.Redis, Modules.Core, "DistributedLock.Core", "DistributedLock.Redis", "StackExchange.Redis")]
    [InlineData(Modules.Sqlite, Modules.Core, "Microsoft.Data.Sqlite")]
    [InlineData(Modules.PostgreSql, Modules.Core, "Npgsql", "DistributedLock.Core", "DistributedLock.Postgres")]
    [InlineData(
        Modules.Hosting, Modules.Core, "DistributedLock.Core", "Microsoft.Extensions.Configuration", "Microsoft.Extensions.Configuration.Abstractions", "Microsoft.Extensions.Configuration.Binder",
        "Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Diagnostics.HealthChecks", "Microsoft.Extensions.Diagnostics.HealthChecks.Abstractions",
        "Microsoft.Extensions.Hosting.Abstractions", "Microsoft.Extensions.Options", "Microsoft.Extensions.Options.ConfigurationExtensions", "Microsoft.Extensions.Primitives")]
    [InlineData(Modules.DkHosting, Modules.Core, Modules.Dk, Modules.Hosting, "Microsoft.Extensions.DependencyInjection.Abstractions")]
    [InlineData(
        Modules.DkAspNetCore, Modules.Core, Modules.Dk, Modules.Hosting, "Microsoft.AspNetCore.Authorization.Policy", "Microsoft.AspNetCore.DataProtection",
        "Microsoft.AspNetCore.DataProtection.Abstractions", "Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.Http.Abstractions", "Microsoft.AspNetCore.Http.Extensions",
        "Microsoft.AspNetCore.Http.Features", "Microsoft.AspNetCore.Http.Results", "Microsoft.AspNetCore.Mvc.Core", "Microsoft.AspNetCore.Routing", "Microsoft.Extensions.Configuration", "Microsoft.Extensions.Configuration.Abstractions",
        "Microsoft.Extensions.Configuration.Binder", "Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Diagnostics", "Microsoft.Extensions.Diagnostics.Abstractions",
        "Microsoft.Extensions.Features", "Microsoft.Extensions.Hosting.Abstractions", "Microsoft.Extensions.Options", "Microsoft.Extensions.Options.ConfigurationExtensions", "Microsoft.Extensions.Primitives")]
    [InlineData(Modules.Testing, Modules.Core)]
    [InlineData(Modules.DkTesting, Modules.Core, Modules.Dk, Modules.Testing)]
    public void Packages_refer_only_to_packages_below_them(string assembly, params string[] below)
    {
        using var module = Modules.Read(assembly);

        PackageBoundary.Dependencies(module).Should().BeSubsetOf([.. RuntimeDependencies, .. below]);
    }

    [Theory]
    [MemberData(nameof(Modules.All), MemberType = typeof(Modules))]
    public void Internals_of_a_package_are_visible_to_tests_only(string assembly)
    {
        using var module = Modules.Read(assembly);

        PackageBoundary.Friends(module).Where(friend => !IsTestProject(friend)).Should().BeEmpty();
        PackageBoundary.LooksInsideOthers(module).Should().BeFalse();
    }

    [Fact]
    public void Dependencies_and_access_to_internals_are_found()
    {
        using var module = Modules.Compile("""
            [assembly: System.Runtime.CompilerServices.InternalsVisibleTo("Other")]
            [assembly: System.Runtime.CompilerServices.IgnoresAccessChecksTo("Other")]
            namespace System.Runtime.CompilerServices { class IgnoresAccessChecksToAttribute(string name) : System.Attribute; }
            class User { Xunit.FactAttribute Field; }
            """);

        PackageBoundary.Dependencies(module).Should().Equal("xunit.core");
        PackageBoundary.Friends(module).Should().Equal("Other");
        PackageBoundary.LooksInsideOthers(module).Should().BeTrue();
    }

    private static bool IsTestProject(string name) => Directory.Exists(RepositoryFolder.Combine("tests", name));
}
