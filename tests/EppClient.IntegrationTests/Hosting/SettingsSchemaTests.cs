using System.Text.Json.Nodes;

namespace EppClient.IntegrationTests.Hosting;

/// <summary>Editors complete and check appsettings.json with the JSON schema in the package.</summary>
public sealed class SettingsSchemaTests
{
    private static string SchemaFile => RepositoryFolder.Combine("src", "EppClient.Extensions.Hosting", "ConfigurationSchema.json");

    [Fact]
    public async Task Schema_in_the_package_matches_the_settings_and_their_documentation()
    {
        var created = SettingsSchema.Create();
        var kept = File.Exists(SchemaFile) ? await File.ReadAllTextAsync(SchemaFile) : string.Empty;
        if (created != kept)
        {
            await File.WriteAllTextAsync(RepositoryFolder.Combine("artifacts", "ConfigurationSchema.json"), created);
        }

        (created == kept).Should().BeTrue("the settings have changed: review artifacts/ConfigurationSchema.json and move it to {0}", SchemaFile);
    }

    [Fact]
    public async Task Schema_has_each_setting_of_the_hosting_page()
    {
        var page = await File.ReadAllTextAsync(RepositoryFolder.Combine("docs", "guide", "hosting.md"));
        var settings = JsonNode.Parse(page.Split("```json")[1].Split("```")[0])!["Epp"]!.AsObject();
        var account = JsonNode.Parse(await File.ReadAllTextAsync(SchemaFile))!["properties"]!["Epp"]!["additionalProperties"]!;

        foreach (var (_, values) in settings)
        {
            RequireAll(values!.AsObject(), account);
        }
    }

    private static void RequireAll(JsonObject values, JsonNode schema)
    {
        var properties = schema["properties"]!.AsObject();
        foreach (var (name, value) in values)
        {
            properties.ContainsKey(name).Should().BeTrue("the page has the setting {0}", name);
            if (value is JsonObject part)
            {
                RequireAll(part, properties[name]!);
            }
        }
    }
}
