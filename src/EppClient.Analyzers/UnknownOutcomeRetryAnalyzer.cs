using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace EppClient.Analyzers;

/// <summary>
/// EPP2003: a command that changes something is sent in a try block, and sent again after its outcome is unknown: in the catch clause, or because the clause ends and
/// a loop runs again. Reported only if the command is certainly the same: in a loop, it does not depend on the iteration.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnknownOutcomeRetryAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [UsageRules.RetryAfterUnknownOutcome];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (EppSymbols.Of(start.Compilation) is { OutcomeUnknown: not null } symbols)
            {
                start.RegisterOperationAction(operation => Analyze(operation, symbols), OperationKind.Try);
            }
        });
    }

    private static void Analyze(OperationAnalysisContext context, EppSymbols symbols)
    {
        var attempt = (ITryOperation)context.Operation;
        if (attempt.Catches.FirstOrDefault(clause => CatchesUnknown(clause, symbols)) is not { } clause || Reconciles(clause) || !MayContinue(clause))
        {
            return;
        }

        var again = SentBy(clause.Handler, symbols).ToList();
        foreach (var command in SentBy(attempt.Body, symbols))
        {
            if (again.Any(other => IsSame(command, other)) || (RepeatingLoop(attempt, clause) is { } loop && !DependsOn(command, loop)))
            {
                context.ReportDiagnostic(Diagnostic.Create(UsageRules.RetryAfterUnknownOutcome, clause.Syntax.GetFirstToken().GetLocation(), command.Type!.Name));
                return;
            }
        }
    }

    /// <summary>Whether the clause is the first that catches unknown outcomes, without a condition that may exclude them.</summary>
    private static bool CatchesUnknown(ICatchClauseOperation clause, EppSymbols symbols) =>
        clause.Filter is null
        && (EppSymbols.Same(clause.ExceptionType, symbols.OutcomeUnknown) || EppSymbols.Same(clause.ExceptionType, symbols.EppException)
            || EppSymbols.Same(clause.ExceptionType, symbols.Exception) || clause.ExceptionType.SpecialType == SpecialType.System_Object);

    private static bool Reconciles(ICatchClauseOperation clause) =>
        clause.Handler.Descendants().OfType<IInvocationOperation>().Any(call => call.TargetMethod.Name.IndexOf("Reconcile", StringComparison.Ordinal) >= 0);

    // A clause that can leave the loop may decide correctly, so it is not reported.
    private static bool MayContinue(ICatchClauseOperation clause) =>
        !clause.Handler.Descendants().Any(operation => operation is IThrowOperation or IReturnOperation or IBranchOperation { BranchKind: BranchKind.Break or BranchKind.GoTo });

    private static IEnumerable<IOperation> SentBy(IOperation block, EppSymbols symbols) => block.Descendants()
        .OfType<IInvocationOperation>()
        .Select(symbols.SentCommand)
        .OfType<IOperation>()
        .Where(symbols.IsTransform);

    private static bool IsSame(IOperation one, IOperation other) => (one, other) switch
    {
        (ILocalReferenceOperation a, ILocalReferenceOperation b) => EppSymbols.Same(a.Local, b.Local),
        (IParameterReferenceOperation a, IParameterReferenceOperation b) => EppSymbols.Same(a.Parameter, b.Parameter),
        (IFieldReferenceOperation a, IFieldReferenceOperation b) => EppSymbols.Same(a.Field, b.Field),
        _ => one.Syntax.IsEquivalentTo(other.Syntax),
    };

    /// <summary>The loop that runs the try block again after the clause; null if none does.</summary>
    private static ILoopOperation? RepeatingLoop(ITryOperation attempt, ICatchClauseOperation clause)
    {
        for (IOperation inner = attempt; inner.Parent is { } outer; inner = outer)
        {
            switch (outer)
            {
                case ILoopOperation loop:
                    return loop is IWhileLoopOperation or IForLoopOperation ? loop : null;
                case IAnonymousFunctionOperation or ILocalFunctionOperation or ITryOperation:
                    return null;
                case IBlockOperation block when EndsAfter(block, inner, clause):
                    return null;
            }
        }

        return null;
    }

    /// <summary>Whether a statement after the try block ends the loop.</summary>
    private static bool EndsAfter(IBlockOperation block, IOperation statement, ICatchClauseOperation clause) => block.Operations
        .SkipWhile(operation => operation != statement)
        .Skip(1)
        .Any(operation => operation is IReturnOperation or IThrowOperation or IBranchOperation { BranchKind: BranchKind.Break or BranchKind.GoTo })
        && !clause.Handler.Descendants().Any(operation => operation is IBranchOperation { BranchKind: BranchKind.Continue });

    /// <summary>Whether a command uses something that changes in each iteration: a local that is declared or assigned in the loop, or the result of a call.</summary>
    private static bool DependsOn(IOperation command, ILoopOperation loop)
    {
        var changed = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var operation in loop.Descendants())
        {
            switch (operation)
            {
                case IVariableDeclaratorOperation declarator:
                    changed.Add(declarator.Symbol);
                    break;
                case IDeclarationPatternOperation { DeclaredSymbol: { } declared }:
                    changed.Add(declared);
                    break;
                case IRecursivePatternOperation { DeclaredSymbol: { } declared }:
                    changed.Add(declared);
                    break;
                case IAssignmentOperation { Target: ILocalReferenceOperation target }:
                    changed.Add(target.Local);
                    break;
                case IDeclarationExpressionOperation { Expression: ILocalReferenceOperation target }:
                    changed.Add(target.Local);
                    break;
                case IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref, Value: ILocalReferenceOperation target }:
                    changed.Add(target.Local);
                    break;
                case IIncrementOrDecrementOperation { Target: ILocalReferenceOperation target }:
                    changed.Add(target.Local);
                    break;
            }
        }

        return command.DescendantsAndSelf().Any(part =>
            part is IAwaitOperation
            || (part is IInvocationOperation { TargetMethod: { IsStatic: false } } && part != command)
            || (part is ILocalReferenceOperation { Local: var local } && changed.Contains(local)));
    }
}
