using System.Reflection;
using EppClient.Dk;
using EppClient.Iana;
using EppClient.Xml;

namespace EppClient.Tests.Protocol;

/// <summary>Null values from code without nullable annotations are refused as arguments, or before sending with the name of the member.</summary>
public sealed class NullArgumentTests
{
    private static readonly Type[] Types =
    [
        .. new[] { typeof(EppProfiles).Assembly, typeof(DkProfile).Assembly, typeof(IanaSchemas).Assembly }.SelectMany(assembly => assembly.GetExportedTypes())
            .Where(type => type is { IsAbstract: false, ContainsGenericParameters: false } && typeof(IEppContent).IsAssignableFrom(type)),
    ];

    [Fact]
    public void Null_content_is_refused_with_the_name_of_its_member()
    {
        var faults = new List<string>();
        var count = 0;
        foreach (var (name, make) in Types.SelectMany(Makers))
        {
            count++;
            try
            {
                Write(make());
            }
            catch (Exception e)
            {
                if ((e is TargetInvocationException { InnerException: { } inner } ? inner : e) is var thrown && thrown is not (EppValidationException or ArgumentException))
                {
                    faults.Add($"{name}: {thrown.GetType().Name} {thrown.Message}");
                }
            }
        }

        count.Should().BeGreaterThan(1000);
        faults.Should().BeEmpty();
    }

    [Fact]
    public void Queue_of_no_client_is_refused_before_it_is_enumerated() =>
        FluentActions.Invoking(() => EppClientExtensions.ReadMessagesAsync(null!)).Should().Throw<ArgumentNullException>().WithParameterName("client");

    private static IEnumerable<(string Name, Func<object?> Make)> Makers(Type type)
    {
        foreach (var constructor in type.GetConstructors().Where(c => c.GetParameters() is not [{ } only] || only.ParameterType != type))
        {
            foreach (var arguments in Arguments(constructor.GetParameters()))
            {
                yield return ($"{type.Name}({string.Join(", ", constructor.GetParameters().Select(p => p.Name))})", () => constructor.Invoke(arguments));
            }
        }

        foreach (var factory in type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).Where(m => typeof(IEppContent).IsAssignableFrom(m.ReturnType) && !m.Name.StartsWith("Read", StringComparison.Ordinal)))
        {
            foreach (var arguments in Arguments(factory.GetParameters()))
            {
                yield return ($"{type.Name}.{factory.Name}({string.Join(", ", factory.GetParameters().Select(p => p.Name))})", () => factory.Invoke(null, arguments));
            }
        }
    }

    /// <summary>Returns null for all arguments, and lists that contain null.</summary>
    private static IEnumerable<object?[]> Arguments(ParameterInfo[] parameters)
    {
        yield return [.. parameters.Select(p => p.ParameterType.IsValueType ? Activator.CreateInstance(p.ParameterType) : null)];
        if (parameters.Any(p => IsList(p.ParameterType)))
        {
            yield return [.. parameters.Select(p => IsList(p.ParameterType) ? ListOfNull(p.ParameterType) : p.ParameterType == typeof(string) ? "a.example" : p.ParameterType.IsValueType ? Activator.CreateInstance(p.ParameterType) : null)];
        }
    }

    private static bool IsList(Type type) => type is { IsGenericType: true } && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>);

    private static Array ListOfNull(Type list) => Array.CreateInstance(list.GetGenericArguments()[0], 1);

    private static void Write(object? made)
    {
        if (made is IEppCommand command)
        {
            EppProfiles.Standard.Preview(command);
        }
        else if (made is IEppContent content)
        {
            EppEnvelope.Write(EppXmlDialect.Standard, content, static (writer, content) =>
            {
                writer.IsCommand = true;
                content.WriteContent(writer);
            });
        }
    }
}
