using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace EppClient.Analyzers;

/// <summary>
/// EPP2001: a pool is created where code certainly runs often: in a loop, in a request handler of ASP.NET Core, in a poll handler, in the getter of a property, or by
/// a registration as scoped or transient service.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PoolLifetimeAnalyzer : DiagnosticAnalyzer
{
    private static readonly string[] HandlerTypes =
    [
        "Microsoft.AspNetCore.Mvc.ControllerBase", "Microsoft.AspNetCore.Mvc.RazorPages.PageModel", "Microsoft.AspNetCore.SignalR.Hub",
        "Microsoft.AspNetCore.Http.IMiddleware", "Microsoft.AspNetCore.Http.IEndpointFilter", "EppClient.Extensions.Hosting.IEppPollHandler`1",
    ];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [UsageRules.PoolPerCall];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (EppSymbols.Of(start.Compilation) is not { Pool: { } pool })
            {
                return;
            }

            var handlers = HandlerTypes.Select(start.Compilation.GetTypeByMetadataName).OfType<INamedTypeSymbol>().ToImmutableArray();
            start.RegisterOperationAction(operation => AnalyzeCreation(operation, pool, handlers), OperationKind.ObjectCreation);
            start.RegisterOperationAction(operation => AnalyzeRegistration(operation, pool), OperationKind.Invocation);
        });
    }

    private static void AnalyzeCreation(OperationAnalysisContext context, INamedTypeSymbol pool, ImmutableArray<INamedTypeSymbol> handlers)
    {
        if (EppSymbols.Same(context.Operation.Type, pool) && Place(context.Operation, context.ContainingSymbol, handlers) is { } place)
        {
            context.ReportDiagnostic(Diagnostic.Create(UsageRules.PoolPerCall, context.Operation.Syntax.GetLocation(), place));
        }
    }

    private static void AnalyzeRegistration(OperationAnalysisContext context, INamedTypeSymbol pool)
    {
        var call = (IInvocationOperation)context.Operation;
        if (IsShortLivedRegistration(call) && call.TargetMethod.TypeArguments.Any(type => EppSymbols.Same(type, pool)))
        {
            context.ReportDiagnostic(Diagnostic.Create(UsageRules.PoolPerCall, NameOf(call), "for each scope"));
        }
    }

    private static bool IsShortLivedRegistration(IInvocationOperation call) =>
        call.TargetMethod.Name is "AddScoped" or "AddTransient" or "AddKeyedScoped" or "AddKeyedTransient"
        && call.TargetMethod.ContainingType.Name == "ServiceCollectionServiceExtensions";

    private static Location NameOf(IInvocationOperation call) =>
        (call.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } ? access.Name : call.Syntax).GetLocation();

    /// <summary>Where the creation runs often; null if it may run only once.</summary>
    private static string? Place(IOperation creation, ISymbol member, ImmutableArray<INamedTypeSymbol> handlers)
    {
        for (IOperation? inner = creation, outer = creation.Parent; outer is not null; (inner, outer) = (outer, outer.Parent))
        {
            switch (outer)
            {
                case ILoopOperation loop when inner == loop.Body:
                    return "in each iteration of the loop";
                case IAnonymousFunctionOperation function:
                    return IsEndpoint(function) ? "for each request" : null;
                case ILocalFunctionOperation:
                    return null;
            }
        }

        return member switch
        {
            IMethodSymbol { MethodKind: MethodKind.PropertyGet } getter when IsExpression(creation, getter) => "whenever the property is read",
            IMethodSymbol { MethodKind: MethodKind.Ordinary, IsStatic: false, DeclaredAccessibility: Accessibility.Public } method
                when handlers.Any(handler => EppSymbols.Is(method.ContainingType, handler)) => "for each request",
            _ => null,
        };
    }

    // A getter that stores what it creates has more than the creation.
    private static bool IsExpression(IOperation creation, IMethodSymbol getter) =>
        getter.DeclaringSyntaxReferences.Length > 0 && creation.Syntax.Parent is ArrowExpressionClauseSyntax or ReturnStatementSyntax { Parent: BlockSyntax { Statements.Count: 1 } };

    /// <summary>Whether a lambda is the handler of an endpoint: an argument of a Map method of ASP.NET Core.</summary>
    private static bool IsEndpoint(IAnonymousFunctionOperation function)
    {
        IOperation? parent = function.Parent;
        while (parent is IDelegateCreationOperation or IConversionOperation)
        {
            parent = parent.Parent;
        }

        return parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { } target } }
            && target.Name.StartsWith("Map", StringComparison.Ordinal)
            && target.ContainingNamespace.ToDisplayString() == "Microsoft.AspNetCore.Builder";
    }
}
