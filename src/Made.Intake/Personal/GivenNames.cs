using System.Collections.Frozen;

namespace Made.Intake.Personal;

/// <summary>Given names common in England, written down from general knowledge. Words that are as often something else are left out.</summary>
internal static class GivenNames
{
    private const string Text =
        "Aaron Abdul Abdullah Abigail Adam Adrian Agnieszka Ahmed Aidan Aisha Alan Albert Alex Alexander Alexandra Alfie Alice Alison Amanda Amelia Amina Amir Amy Andrea Andrew "
        + "Angela Ann Anna Anne Annie Anthony Arthur Asif Ayesha Barbara Barry Ben Benjamin Bernard Beth Bethany Bilal Brenda Brian Callum Carl Carol Caroline Catherine Charles Charlie "
        + "Charlotte Chloe Chris Christian Christine Christopher Claire Colin Connor Craig Dai Daniel Danielle Darren Dave David Dean Deborah Declan Denise Dennis Derek Diane Donna "
        + "Doris Dorothy Dylan Edward Eileen Elaine Eleanor Elizabeth Ella Ellie Emily Emma Eric Erin Ethan Evie Farah Fatima Fiona Frances Frank Gareth Gary Gemma Geoffrey George Georgia "
        + "Gerald Gillian Gordon Graham Hannah Harry Hassan Hayley Heather Helen Henry Holly Hussain Ian Ibrahim Imran Isaac Isabella Isla Jack Jacob Jacqueline Jake James Jamie Jane "
        + "Janet Jasmine Jason Jean Jennifer Jenny Jessica Jill Joan Joanne Joe John Jonathan Jordan Joseph Josh Joshua Joyce Judith Julia Julie Karen Karl Kate Katherine Kathleen "
        + "Katie Keith Kelly Kenneth Kerry Kevin Khalid Kieran Kyle Laura Lauren Leanne Lee Leo Leon Lewis Liam Linda Lisa Logan Louis Louise Lucas Lucy Luke Lynn Maciej Malcolm Margaret "
        + "Maria Marie Marilyn Mark Martin Mary Maryam Mason Matthew Maureen Max Megan Melissa Michael Michelle Mike Mohammad Mohammed Molly Muhammad Nadia Natalie Nathan Neil Nicholas "
        + "Nicola Nicole Nigel Noah Oliver Olivia Omar Oscar Owen Pamela Patricia Patrick Paul Pauline Peter Philip Phillip Piotr Rachel Raymond Rebecca Rhys Richard Robert Robin Roger "
        + "Ronald Rosemary Roy Russell Ruth Ryan Sally Sam Samantha Samuel Sandra Sara Sarah Scott Sean Shannon Sharon Shaun Sheila Shirley Simon Siobhan Sophia Sophie Stacey Stephanie "
        + "Stephen Steve Steven Stuart Susan Suzanne Tara Terence Teresa Terry Thomas Tim Timothy Tina Toby Tom Tony Tracey Tracy Trevor Tyler Usman Valerie Vanessa Vincent Wayne Wendy "
        + "William Yasmin Yusuf Yvonne Zainab Zara Zoe";

    public static readonly FrozenSet<string> All = Text.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Those that a text in capitals may mean as a word.</summary>
    public static readonly FrozenSet<string> AlsoWords =
        "Mark Dean Max Frank Holly Heather Jack Lee Christian Jordan Georgia Carol Scott Ben Grace Tara Sam Will".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
