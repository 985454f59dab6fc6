using System.CommandLine;

namespace EppConsole.Help;

/// <summary>Options that all verbs have. The help of the program lists them once, under a title; the help of a verb refers to it.</summary>
internal sealed record OptionGroup(string Title, IReadOnlyList<Option> Options)
{
    public void AddTo(RootCommand root)
    {
        foreach (var option in Options)
        {
            option.Recursive = true;
            root.Add(option);
        }
    }
}
