using Mono.Cecil;
using Mono.Cecil.Cil;

namespace EppClient.Tests.Architecture.Code;

/// <summary>Lists the references in compiled code: base types, signatures, attributes and method bodies.</summary>
internal static class CodeReader
{
    public static IEnumerable<CodeUse> Uses(ModuleDefinition module) => module.GetTypes().SelectMany(UsesOf);

    public static IEnumerable<MethodDefinition> Methods(ModuleDefinition module) => module.GetTypes().SelectMany(type => type.Methods);

    private static IEnumerable<CodeUse> UsesOf(TypeDefinition type)
    {
        var user = TypeName.Of(type);
        var place = user.ToString();
        return
        [
            .. Types(user, place, [.. type.Interfaces.Select(i => i.InterfaceType), .. Constraints(type)]),
            .. type.BaseType is { } baseType ? Types(user, place, [baseType]) : [],
            .. Attributes(user, place, type),
            .. type.GenericParameters.SelectMany(parameter => Attributes(user, place, parameter)),
            .. type.Fields.SelectMany(field => Types(user, $"{place}.{field.Name}", [field.FieldType]).Concat(Attributes(user, $"{place}.{field.Name}", field))),
            .. type.Properties.SelectMany(property => Attributes(user, $"{place}.{property.Name}", property)),
            .. type.Events.SelectMany(member => Attributes(user, $"{place}.{member.Name}", member)),
            .. type.Methods.SelectMany(method => UsesOf(user, $"{place}.{method.Name}", method)),
        ];
    }

    private static IEnumerable<CodeUse> UsesOf(TypeName user, string place, MethodDefinition method) =>
    [
        .. Types(user, place, [method.ReturnType, .. method.Parameters.Select(p => p.ParameterType), .. Constraints(method)]),
        .. Attributes(user, place, method),
        .. Attributes(user, place, method.MethodReturnType),
        .. method.Parameters.SelectMany(parameter => Attributes(user, place, parameter)),
        .. method.HasBody ? UsesOf(user, place, method.Body) : [],
    ];

    private static IEnumerable<CodeUse> UsesOf(TypeName user, string place, MethodBody body) =>
    [
        .. Types(user, place, body.Variables.Select(variable => variable.VariableType)),
        .. Types(user, place, body.ExceptionHandlers.Select(handler => handler.CatchType).OfType<TypeReference>()),
        .. body.Instructions.SelectMany(instruction => Operand(user, place, instruction.Operand)),
    ];

    private static IEnumerable<CodeUse> Operand(TypeName user, string place, object? operand) => operand switch
    {
        TypeReference type => Types(user, place, [type]),
        FieldReference field => [Member(user, place, field), .. Types(user, place, [field.DeclaringType, field.FieldType])],
        MethodReference method =>
        [
            Member(user, place, method),
            .. Types(user, place, [method.DeclaringType, method.ReturnType, .. method.Parameters.Select(p => p.ParameterType)]),
            .. method is GenericInstanceMethod generic ? Types(user, place, generic.GenericArguments) : [],
        ],
        _ => [],
    };

    private static CodeUse Member(TypeName user, string place, MemberReference member) =>
        new(user, place, TypeName.Of(member.DeclaringType.GetElementType()), member.Name, InAttribute: false);

    private static IEnumerable<TypeReference> Constraints(IGenericParameterProvider provider) =>
        provider.GenericParameters.SelectMany(parameter => parameter.Constraints).Select(constraint => constraint.ConstraintType);

    private static IEnumerable<CodeUse> Attributes(TypeName user, string place, Mono.Cecil.ICustomAttributeProvider provider) =>
        provider.CustomAttributes.SelectMany(attribute => Types(
            user,
            place,
            [
                attribute.AttributeType,
                .. attribute.ConstructorArguments.Select(argument => argument.Value).OfType<TypeReference>(),
                .. attribute.Properties.Select(property => property.Argument.Value).OfType<TypeReference>(),
            ],
            inAttribute: true));

    private static IEnumerable<CodeUse> Types(TypeName user, string place, IEnumerable<TypeReference> types, bool inAttribute = false) =>
        types.SelectMany(Elements).Select(type => new CodeUse(user, place, TypeName.Of(type), Member: null, inAttribute));

    /// <summary>The named types within arrays, references, pointers and generic instances.</summary>
    private static IEnumerable<TypeReference> Elements(TypeReference type) => type switch
    {
        GenericParameter => [],
        GenericInstanceType generic => [generic.ElementType, .. generic.GenericArguments.SelectMany(Elements)],
        FunctionPointerType => [],
        TypeSpecification specification => Elements(specification.ElementType),
        _ => [type],
    };
}
