using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace EppClient.Analyzers;

/// <summary>
/// EPP2002: a loop reads messages with PollAsync, its member acknowledges none, and no message leaves the member, so that nothing else can acknowledge it either.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PollAcknowledgeAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [UsageRules.MissingAcknowledge];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (EppSymbols.Of(start.Compilation) is { PollMessage: not null } symbols)
            {
                start.RegisterOperationBlockAction(block => Analyze(block, symbols));
            }
        });
    }

    private static void Analyze(OperationBlockAnalysisContext context, EppSymbols symbols)
    {
        var operations = context.OperationBlocks.SelectMany(block => block.DescendantsAndSelf()).ToList();
        var polls = operations.OfType<IInvocationOperation>().Where(call => symbols.IsClientCall(call, "PollAsync") && IsInLoop(call)).ToList();
        if (polls.Count == 0 || operations.Any(operation => Acknowledges(operation, symbols) || LetsMessageLeave(operation, symbols)))
        {
            return;
        }

        foreach (var poll in polls)
        {
            context.ReportDiagnostic(Diagnostic.Create(UsageRules.MissingAcknowledge, poll.Syntax.GetLocation()));
        }
    }

    private static bool IsInLoop(IOperation operation)
    {
        for (var outer = operation.Parent; outer is not null and not (IAnonymousFunctionOperation or ILocalFunctionOperation); outer = outer.Parent)
        {
            if (outer is IWhileLoopOperation or IForLoopOperation)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Acknowledges(IOperation operation, EppSymbols symbols) => operation switch
    {
        IInvocationOperation call => call.TargetMethod.Name.StartsWith("Acknowledge", StringComparison.Ordinal),
        IObjectCreationOperation creation => EppSymbols.Same(creation.Type, symbols.PollAcknowledge),
        _ => false,
    };

    /// <summary>Whether a message is passed, returned, stored outside of a local, or captured by a function.</summary>
    private static bool LetsMessageLeave(IOperation operation, EppSymbols symbols)
    {
        if (!EppSymbols.Same(operation.Type, symbols.PollMessage) || operation is not (ILocalReferenceOperation or IAwaitOperation or IConversionOperation))
        {
            return false;
        }

        if (operation is ILocalReferenceOperation { Local: var local } && IsCaptured(operation, local))
        {
            return true;
        }

        return operation.Parent switch
        {
            IArgumentOperation or IReturnOperation or IObjectOrCollectionInitializerOperation or IArrayInitializerOperation or ITupleOperation => true,
            ISimpleAssignmentOperation assignment => assignment.Value == operation && assignment.Target is not (ILocalReferenceOperation or IDiscardOperation),
            _ => false,
        };
    }

    private static bool IsCaptured(IOperation reference, ILocalSymbol local)
    {
        for (var outer = reference.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is IAnonymousFunctionOperation function && !EppSymbols.Same(local.ContainingSymbol, function.Symbol))
            {
                return true;
            }
        }

        return false;
    }
}
