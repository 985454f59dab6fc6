using System.Composition;
using EppClient.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EppClient.CodeFixes;

/// <summary>EPP2004: passes the DS records that the domain has, where it was read, or an empty list.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class NameServerChangeFix() : UsageFix(UsageRules.DroppedDsRecordsId)
{
    private protected override void Offer(Target target)
    {
        if (target.Ancestor<InvocationExpressionSyntax>() is not { Expression: MemberAccessExpressionSyntax access } call)
        {
            return;
        }

        if (access.Expression is IdentifierNameSyntax && target.Model.GetTypeInfo(access.Expression).Type?.Name == "DkRegistrarDomain")
        {
            target.Offer("Keep the DS records of the domain", call, () => With(call, SyntaxFactory.ParseExpression($"{access.Expression}.DsRecords")));
        }

        target.Offer("Leave the domain unsigned", call, () => With(call, SyntaxFactory.ParseExpression("[]")));
    }

    private static InvocationExpressionSyntax With(InvocationExpressionSyntax call, ExpressionSyntax records)
    {
        var arguments = call.ArgumentList.Arguments;
        var given = arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.Text == "dsRecords") ?? arguments.Skip(1).FirstOrDefault(argument => argument.NameColon is null);
        return call.WithArgumentList(call.ArgumentList.WithArguments(given is null
            ? arguments.Insert(1, SyntaxFactory.Argument(records).WithLeadingTrivia(SyntaxFactory.Space))
            : arguments.Replace(given, given.WithExpression(records))));
    }
}
