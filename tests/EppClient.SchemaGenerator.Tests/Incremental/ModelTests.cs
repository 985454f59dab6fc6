using System.Reflection;

namespace EppClient.SchemaGenerator.Tests.Incremental;

/// <summary>Objects cached by the pipeline must not reference compiler objects, and must compare by value.</summary>
public sealed class ModelTests
{
    private static readonly string[] ModelNamespaces =
    [
        "EppClient.SchemaGenerator.Schema", "EppClient.SchemaGenerator.Sets", "EppClient.SchemaGenerator.Planning", "EppClient.SchemaGenerator.Naming", "EppClient.SchemaGenerator.Emit",
    ];

    [Fact]
    public void Model_contains_no_type_of_the_compiler() => Types()
        .SelectMany(t => t.GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .SelectMany(TypesOf)
            .Where(u => u.Namespace?.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) == true)
            .Select(u => $"{t.Name}: {u.Name}"))
        .Should().BeEmpty();

    [Fact]
    public void Plans_and_models_contain_only_value_equal_members() => Types()
        .Where(t => t.GetMethod("<Clone>$") is not null && t.GetProperty("EqualityContract", BindingFlags.NonPublic | BindingFlags.Instance) is not null)
        .Where(t => t.Name.EndsWith("Plan", StringComparison.Ordinal) || t.Name.EndsWith("Model", StringComparison.Ordinal) || t.Name.EndsWith("Set", StringComparison.Ordinal))
        .SelectMany(t => t.GetProperties().Where(p => !ComparesByValue(p.PropertyType)).Select(p => $"{t.Name}.{p.Name}"))
        .Should().BeEmpty();

    private static bool ComparesByValue(Type type) =>
        type.IsPrimitive || type.IsEnum || type == typeof(string) || typeof(IEquatable<>).MakeGenericType(type).IsAssignableFrom(type)
        || (Nullable.GetUnderlyingType(type) is { } inner && ComparesByValue(inner));

    private static IEnumerable<Type> Types() => typeof(EppSchemaGenerator).Assembly.GetTypes().Where(t => ModelNamespaces.Contains(t.Namespace));

    private static IEnumerable<Type> TypesOf(MemberInfo member) => member switch
    {
        FieldInfo field => [field.FieldType],
        PropertyInfo property => [property.PropertyType],
        MethodInfo method => method.GetParameters().Select(p => p.ParameterType).Append(method.ReturnType),
        _ => [],
    };
}
