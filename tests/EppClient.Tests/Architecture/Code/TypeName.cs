using Mono.Cecil;

namespace EppClient.Tests.Architecture.Code;

/// <summary>The name of a type, without generic arity. A nested type follows its containing type: <c>Outer.Inner</c>.</summary>
internal readonly record struct TypeName(string Namespace, string Name)
{
    public TypeName Outermost => this with { Name = Name.Split('.')[0] };

    public static TypeName Of(TypeReference type)
    {
        var name = type.Name.Split('`')[0];
        if (type.DeclaringType is null)
        {
            return new TypeName(type.Namespace, name);
        }

        var outer = Of(type.DeclaringType);
        return outer with { Name = $"{outer.Name}.{name}" };
    }

    public override string ToString() => Namespace.Length == 0 ? Name : $"{Namespace}.{Name}";
}
