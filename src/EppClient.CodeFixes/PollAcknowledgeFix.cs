using System.Composition;
using EppClient.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EppClient.CodeFixes;

/// <summary>EPP2002: acknowledges the message at the end of the loop, in <c>while (await client.PollAsync() is { } message)</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class PollAcknowledgeFix() : UsageFix(UsageRules.MissingAcknowledgeId)
{
    private protected override void Offer(Target target)
    {
        if (target.Ancestor<WhileStatementSyntax>() is
            {
                Condition: IsPatternExpressionSyntax
                {
                    Expression: AwaitExpressionSyntax { Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } poll },
                    Pattern: RecursivePatternSyntax { Designation: SingleVariableDesignationSyntax { Identifier.Text: var message } },
                },
                Statement: BlockSyntax body,
            } && poll == target.Node)
        {
            var arguments = poll.ArgumentList.Arguments.Count == 0 ? string.Empty : ", " + poll.ArgumentList.Arguments;
            target.Offer(
                "Acknowledge the message at the end of the loop",
                body,
                () => body.AddStatements(target.Statement($"await {access.Expression}.AcknowledgeAsync({message}{arguments});")));
        }
    }
}
