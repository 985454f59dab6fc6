using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace EppClient.Analyzers;

/// <summary>
/// EPP2004: SetNameServersAsync of a .dk domain without DS records. Whether the domain is signed is not visible in code, so an argument, even an empty list, shows
/// that the caller has decided.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NameServerChangeAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [UsageRules.DroppedDsRecords];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (EppSymbols.Of(start.Compilation) is { DkDomain: not null } symbols)
            {
                start.RegisterOperationAction(operation => Analyze(operation, symbols), OperationKind.Invocation);
            }
        });
    }

    private static void Analyze(OperationAnalysisContext context, EppSymbols symbols)
    {
        var call = (IInvocationOperation)context.Operation;
        var method = call.TargetMethod;
        if (method.Name != "SetNameServersAsync" || !(EppSymbols.Is(method.ContainingType, symbols.DkDomain) || EppSymbols.Is(method.ContainingType, symbols.DkRegistrarDomain)))
        {
            return;
        }

        var records = call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "dsRecords");
        if (records is { ArgumentKind: ArgumentKind.DefaultValue } || records?.Value.ConstantValue is { HasValue: true, Value: null })
        {
            var name = call.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } ? access.Name : call.Syntax;
            context.ReportDiagnostic(Diagnostic.Create(UsageRules.DroppedDsRecords, name.GetLocation()));
        }
    }
}
