using System.Globalization;
using System.Text;
using EppClient.SchemaGenerator.Planning;

namespace EppClient.SchemaGenerator.Emit;

/// <summary>Finds and replaces the references to types in emitted text.</summary>
internal static class MarkedText
{
    private const string GlobalPrefix = "global::";

    /// <summary>The distinct uses of types.</summary>
    public static EquatableArray<TypeUse> Uses(string text)
    {
        var uses = new HashSet<TypeUse>();
        Visit(text, (_, _) => { }, use => uses.Add(use));
        return uses
            .OrderBy(u => u.Namespace, StringComparer.Ordinal)
            .ThenBy(u => u.Name, StringComparer.Ordinal)
            .ThenBy(u => u.Form)
            .ToEquatableArray();
    }

    /// <summary>Appends the text, with names instead of the references.</summary>
    /// <param name="output">The target.</param>
    /// <param name="text">The text.</param>
    /// <param name="isShort">Whether the short name is sufficient for a use.</param>
    public static void Append(StringBuilder output, string text, Func<TypeUse, bool> isShort)
    {
        var expression = -1;
        Visit(text, Copy, use => output.Append(isShort(use) ? use.Name : Qualified(use)));

        void Copy(int start, int end)
        {
            for (var i = start; i < end; i++)
            {
                switch (text[i])
                {
                    case var c when c == TypeText.StartExpression[0]:
                        expression = output.Length;
                        break;
                    case var c when c == TypeText.EndExpression[0]:
                        // The colons would begin a format specifier.
                        if (output.ToString(expression, output.Length - expression).Contains(GlobalPrefix))
                        {
                            output.Insert(expression, '(').Append(')');
                        }

                        break;
                    default:
                        output.Append(text[i]);
                        break;
                }
            }
        }
    }

    private static string Qualified(TypeUse use) => GlobalPrefix + (use.Namespace.Length == 0 ? use.Name : $"{use.Namespace}.{use.Name}");

    private static void Visit(string text, Action<int, int> copy, Action<TypeUse> take)
    {
        var copied = 0;
        while (text.IndexOf(TypeText.Start[0], copied) is >= 0 and var start)
        {
            copy(copied, start);
            var separator = text.IndexOf(TypeText.Separator[0], start);
            var end = separator + 1;
            while (end < text.Length && IsIdentifierPart(text[end]))
            {
                end++;
            }

            take(new TypeUse(text.Substring(start + 1, separator - start - 1), text.Substring(separator + 1, end - separator - 1), FormOf(text, start, end)));
            copied = end;
        }

        copy(copied, text.Length);
    }

    private static TypeUseForm FormOf(string text, int start, int end)
    {
        var before = start > 0 ? text[start - 1] : '\n';
        var after = end < text.Length ? text[end] : '\n';
        return after == '.' || before == '"' ? TypeUseForm.Expression
            : before == '[' ? TypeUseForm.Attribute
            : TypeUseForm.Type;
    }

    private static bool IsIdentifierPart(char c) => char.IsLetterOrDigit(c) || CharUnicodeInfo.GetUnicodeCategory(c) is
        UnicodeCategory.ConnectorPunctuation or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format;
}
