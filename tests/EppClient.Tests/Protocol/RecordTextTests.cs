using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using EppClient.Commands;
using EppClient.Dk;
using EppClient.Dk.AspNetCore;
using EppClient.Dk.Hosting;
using EppClient.Dk.Testing;
using EppClient.Extensions.Hosting;
using EppClient.Iana;
using EppClient.PostgreSql;
using EppClient.Redis;
using EppClient.Sqlite;
using EppClient.Testing.Server;

namespace EppClient.Tests.Protocol;

/// <summary>
/// The compiler writes a ToString for each record that prints all properties. No public record prints one with a secret or personal data: by its name, or by
/// its documentation.
/// </summary>
public sealed class RecordTextTests
{
    private const string Sensitive = "Geheim-4711";

    private static readonly Assembly[] Packages =
    [
        typeof(EppOptions).Assembly, typeof(DkProfile).Assembly, typeof(DkRegistrarExtensions).Assembly, typeof(DkFastTrackOptions).Assembly, typeof(DkTestRegistry).Assembly, typeof(EppClientSettings).Assembly,
        typeof(IanaNamespaces).Assembly, typeof(EppPostgresDatabase).Assembly, typeof(RedisSessionQuota).Assembly, typeof(EppSqliteDatabase).Assembly, typeof(EppTestServer).Assembly,
    ];

    private static readonly HashSet<string> SensitiveNames = new(StringComparer.Ordinal)
    {
        "Password", "NewPassword", "PendingPassword", "ClientKeyPassword", "UserName", "AuthInfo", "Token", "Email", "SecondaryEmail", "Voice", "Fax", "MobilePhone", "City", "PostalCode",
    };

    private static readonly string[] SensitiveDocumentation = ["A secret", "Personal data", "Never logged", "never logged"];

    public static TheoryData<Type> Records => [.. Packages.SelectMany(package => package.GetExportedTypes()).Where(type => IsRecord(type) && type.GetProperties().Any(IsSensitive))];

    [Theory]
    [MemberData(nameof(Records))]
    public void ToString_shows_no_property_with_a_secret_or_personal_data(Type type)
    {
        var record = RuntimeHelpers.GetUninitializedObject(type);
        foreach (var property in type.GetProperties().Where(IsSensitive))
        {
            property.SetValue(record, Sensitive);
        }

        // The text of an event names its message.
        type.GetProperty(nameof(DkPollEvent.Message), typeof(PollMessage))?.SetValue(record, RuntimeHelpers.GetUninitializedObject(typeof(PollMessage)));

        record.ToString().Should().NotContain(Sensitive);
    }

    [Fact]
    public void Sensitive_properties_are_found_by_name_and_by_documentation()
    {
        IsSensitive(typeof(EppLoginOptions).GetProperty(nameof(EppLoginOptions.NewPassword))!).Should().BeTrue();
        IsSensitive(typeof(DkEmailChange).GetProperty(nameof(DkEmailChange.Email))!).Should().BeTrue();
        Documentation(typeof(DkEmailChange).GetProperty(nameof(DkEmailChange.Email))!).Should().Contain("Personal data");
        IsSensitive(typeof(EppOptions).GetProperty(nameof(EppOptions.Host))!).Should().BeFalse();
    }

    private static bool IsRecord(Type type) =>
        !type.IsAbstract && !type.ContainsGenericParameters
        && (type.GetMethod("<Clone>$") is not null || (type.IsValueType && type.GetMethod("PrintMembers", BindingFlags.NonPublic | BindingFlags.Instance) is not null));

    private static bool IsSensitive(PropertyInfo property) => property.PropertyType == typeof(string) && property.CanWrite
        && (SensitiveNames.Contains(property.Name) || SensitiveDocumentation.Any(word => Documentation(property).Contains(word, StringComparison.Ordinal)));

    private static string Documentation(PropertyInfo property)
    {
        var documents = Documents[property.DeclaringType!.Assembly];
        return documents.GetValueOrDefault($"P:{property.DeclaringType.FullName}.{property.Name}", string.Empty);
    }

    private static readonly Dictionary<Assembly, Dictionary<string, string>> Documents = Packages.ToDictionary(package => package, Read);

    private static Dictionary<string, string> Read(Assembly package) => XDocument.Load(Path.ChangeExtension(package.Location, ".xml")).Descendants("member")
        .ToDictionary(member => (string)member.Attribute("name")!, member => string.Join(' ', member.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparer.Ordinal);
}
