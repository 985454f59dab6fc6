using System.Buffers;
using System.Collections;
using System.Reflection;
using EppClient.Xml;

namespace EppClient.IntegrationTests.Nonconforming;

/// <summary>Uses a response as an application may: reads every member of every record, and formats, compares and writes the records.</summary>
internal sealed class RecordWalk
{
    private static readonly Dictionary<Type, PropertyInfo[]> Properties = [];

    private readonly HashSet<object> _visited = new(ReferenceEqualityComparer.Instance);

    /// <summary>The number of members that cannot be read.</summary>
    public int Unreadable { get; private set; }

    /// <summary>Visits a value and everything that it contains; throws any exception that a member does not document.</summary>
    public void Visit(object? value)
    {
        switch (value)
        {
            case null or string or DateTimeOffset:
                return;
            case IEnumerable items:
                foreach (var item in items)
                {
                    Visit(item);
                }

                return;
        }

        var type = value.GetType();
        if (type.Namespace?.StartsWith("EppClient", StringComparison.Ordinal) is not true || type.IsEnum || !_visited.Add(value))
        {
            return;
        }

        _ = value.ToString();
        _ = value.GetHashCode();
        value.Equals(value).Should().BeTrue();
        Write(value);
        if (type.IsValueType)
        {
            return;
        }

        foreach (var property in PropertiesOf(type))
        {
            Visit(Read(property, value));
        }
    }

    private static PropertyInfo[] PropertiesOf(Type type) => Properties.TryGetValue(type, out var known) ? known : Properties[type] =
        [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0)];

    private static void Write(object value)
    {
        if (value is not IEppElement element)
        {
            return;
        }

        try
        {
            using var writer = new EppXmlWriter(new ArrayBufferWriter<byte>(), EppXmlDialect.Standard);
            element.Write(writer);
            writer.Complete();
        }
        catch (EppValidationException)
        {
            // The record violates its schema, so it must not be written.
        }
    }

    private object? Read(PropertyInfo property, object value)
    {
        try
        {
            return property.GetValue(value);
        }
        catch (TargetInvocationException e) when (e.InnerException is EppUnreadableMemberException unreadable)
        {
            // A computed member throws the exception of the member that it reads.
            (unreadable.Member.EndsWith($".{property.Name}", StringComparison.Ordinal) || !property.CanWrite).Should().BeTrue(unreadable.Message);
            Unreadable++;
            return null;
        }
        catch (TargetInvocationException e) when (value is EppResponse { XmlFault: var fault } && (e.InnerException is InvalidOperationException || (fault is not null && e.InnerException is EppProtocolException)))
        {
            // Data, where the response has none, or is not well-formed.
            return null;
        }
    }
}
