using EppClient.Tests.Architecture.Code;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace EppClient.Tests.Architecture.Rules;

/// <summary>Forbids <c>GetAwaiter().GetResult()</c>, which blocks, and <c>async void</c>, whose completion and errors cannot be observed.</summary>
internal static class AsyncRule
{
    private const string StateMachine = "System.Runtime.CompilerServices.AsyncStateMachineAttribute";

    public static IReadOnlyList<string> Violations(ModuleDefinition module) =>
    [
        .. CodeReader.Methods(module).Where(BlocksOnAwaiter).Select(method => $"{Describe(method)} blocks on an awaiter: await instead"),
        .. CodeReader.Methods(module).Where(IsAsyncVoid).Select(method => $"{Describe(method)} is async void: return a Task"),
    ];

    // The compiler's await calls IsCompleted of each awaiter before GetResult; blocking code does not.
    private static bool BlocksOnAwaiter(MethodDefinition method) =>
        Calls(method).Any(call => call.Name == "GetResult" && IsAwaiter(call.DeclaringType))
        && Calls(method).Count(call => call.Name == "GetAwaiter") > Calls(method).Count(call => call.Name == "get_IsCompleted" && IsAwaiter(call.DeclaringType));

    private static bool IsAsyncVoid(MethodDefinition method) =>
        method.ReturnType.MetadataType == MetadataType.Void && method.CustomAttributes.Any(attribute => attribute.AttributeType.FullName == StateMachine);

    private static bool IsAwaiter(TypeReference type) => TypeName.Of(type.GetElementType()).Name.EndsWith("Awaiter", StringComparison.Ordinal);

    private static IEnumerable<MethodReference> Calls(MethodDefinition method) =>
        method.HasBody ? method.Body.Instructions.Where(i => i.OpCode.FlowControl == FlowControl.Call).Select(i => i.Operand).OfType<MethodReference>() : [];

    private static string Describe(MethodDefinition method) => $"{TypeName.Of(method.DeclaringType)}.{method.Name}";
}
