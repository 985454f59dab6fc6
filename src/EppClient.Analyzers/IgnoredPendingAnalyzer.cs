using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace EppClient.Analyzers;

/// <summary>
/// EPP2005: the response to a create or a transfer, or of a .dk operation that the registry always decides later, is not used. An assignment to a discard shows that
/// the caller does not need it.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IgnoredPendingAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [UsageRules.IgnoredPending];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (EppSymbols.Of(start.Compilation) is { Response: not null } symbols)
            {
                start.RegisterOperationAction(operation => Analyze(operation, symbols), OperationKind.ExpressionStatement);
            }
        });
    }

    private static void Analyze(OperationAnalysisContext context, EppSymbols symbols)
    {
        var statement = (IExpressionStatementOperation)context.Operation;
        if (statement.Operation is IAwaitOperation { Operation: var awaited } && Call(awaited) is { } call && IsOftenPending(call, symbols))
        {
            context.ReportDiagnostic(Diagnostic.Create(UsageRules.IgnoredPending, call.Syntax.GetLocation()));
        }
    }

    private static IInvocationOperation? Call(IOperation awaited) => awaited switch
    {
        IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: IInvocationOperation inner } => inner,
        _ => awaited as IInvocationOperation,
    };

    private static bool IsOftenPending(IInvocationOperation call, EppSymbols symbols)
    {
        if (symbols.SentCommand(call) is { } command)
        {
            return symbols.IsOftenPending(command);
        }

        var (method, type) = (call.TargetMethod.Name, call.TargetMethod.ContainingType);
        return (method == "ApplyAsync" && EppSymbols.Is(type, symbols.DkRegistrar))
            || (method is "EndRightOfUseAsync" or "ChangeRegistrantAsync" && (EppSymbols.Is(type, symbols.DkDomain) || EppSymbols.Is(type, symbols.DkRegistrarDomain)));
    }
}
