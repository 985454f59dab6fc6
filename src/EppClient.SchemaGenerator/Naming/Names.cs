using System.Text;

namespace EppClient.SchemaGenerator.Naming;

/// <summary>Converts names in a schema to C# names.</summary>
internal static class Names
{
    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal", "default",
        "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for", "foreach", "goto",
        "if", "implicit", "in", "int", "interface", "internal", "is", "lock", "long", "namespace", "new", "null", "object", "operator", "out",
        "override", "params", "private", "protected", "public", "readonly", "ref", "return", "sbyte", "sealed", "short", "sizeof", "stackalloc",
        "static", "string", "struct", "switch", "this", "throw", "true", "try", "typeof", "uint", "ulong", "unchecked", "unsafe", "ushort", "using",
        "virtual", "void", "volatile", "while",
        // Not keywords, but local names in emitted methods.
        "reader", "unknown", "others", "depth", "place", "order", "began",
    };

    /// <summary>Returns the readable Pascal-case form: <c>crDate</c> becomes <c>CreatedDate</c>.</summary>
    public static string Expand(string name)
    {
        if (Abbreviations.OfName(name) is { } whole)
        {
            return whole;
        }

        return Identifier(string.Concat(Words(name).Select(w => Abbreviations.OfWord(w) ?? PascalWord(w))));
    }

    /// <summary>Returns the Pascal-case form with unchanged abbreviations: <c>secDNS</c> becomes <c>SecDns</c>.</summary>
    public static string Pascal(string name) => Identifier(string.Concat(Words(name).Select(PascalWord)));

    /// <summary>Returns the name of a type without a type suffix.</summary>
    public static string WithoutTypeSuffix(string name) =>
        name.Length > 4 && name.EndsWith("Type", StringComparison.Ordinal) ? name.Substring(0, name.Length - 4) : name;

    /// <summary>Returns the name of an element that substitutes an abstract element, which is never abstract.</summary>
    public static string WithoutAbstract(string name) =>
        name.Length > 8 && name.StartsWith("Abstract", StringComparison.Ordinal) ? name.Substring(8) : name;

    /// <summary>Returns the plural, for members that are lists.</summary>
    public static string Plural(string name)
    {
        if (name.EndsWith("Data", StringComparison.Ordinal) || name.EndsWith("Servers", StringComparison.Ordinal) || name.EndsWith("Info", StringComparison.Ordinal))
        {
            return name;
        }

        var last = name[name.Length - 1];
        var beforeLast = name.Length > 1 ? name[name.Length - 2] : 'a';
        if (last == 'y' && "aeiou".IndexOf(beforeLast) < 0)
        {
            return name.Substring(0, name.Length - 1) + "ies";
        }

        var hisses = last is 's' or 'x' or 'z' || (last == 'h' && beforeLast is 'c' or 's');
        return name + (hisses ? "es" : "s");
    }

    /// <summary>Returns the form for parameters and local variables.</summary>
    public static string Camel(string name)
    {
        var camel = char.ToLowerInvariant(name[0]) + name.Substring(1);
        return Keywords.Contains(camel) ? camel + "Value" : camel;
    }

    /// <summary>Converts a name to a valid C# identifier.</summary>
    public static string Identifier(string name)
    {
        var result = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            if (char.IsLetterOrDigit(c) || c == '_')
            {
                result.Append(c);
            }
        }

        return result.Length == 0 || char.IsDigit(result[0]) ? "Value" + result : result.ToString();
    }

    /// <summary>Converts a name to a valid C# namespace: a project can be named <c>my-app</c>.</summary>
    public static string Namespace(string name) => string.Join(".", name.Split(['.'], StringSplitOptions.RemoveEmptyEntries).Select(p =>
    {
        var part = string.Concat(p.Trim().Select(c => char.IsLetterOrDigit(c) ? c : '_'));
        return part.Length == 0 || char.IsDigit(part[0]) ? "_" + part : part;
    }));

    private static string PascalWord(string word)
    {
        var isAcronym = word.Length > 1 && word.All(c => !char.IsLower(c));
        return char.ToUpperInvariant(word[0]) + (isAcronym ? word.Substring(1).ToLowerInvariant() : word.Substring(1));
    }

    private static IEnumerable<string> Words(string name)
    {
        var start = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            var separator = i < name.Length && !char.IsLetterOrDigit(name[i]);
            if (i == name.Length || separator || StartsWord(name, i))
            {
                if (i > start)
                {
                    yield return name.Substring(start, i - start);
                }

                start = separator ? i + 1 : i;
            }
        }
    }

    // A word begins at a capital after a small letter, and at the last capital of a sequence: "DSRecord" is "DS" and "Record".
    private static bool StartsWord(string name, int i) =>
        i > 0 && i < name.Length && char.IsUpper(name[i])
        && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
}
