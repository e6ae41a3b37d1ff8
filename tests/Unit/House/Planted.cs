using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Emit;

namespace Made.Tests.Unit.House;

/// <summary>Builds assemblies that break a rule, so that each rule is seen to fail.</summary>
internal static class Planted
{
    /// <summary>One public class whose one method loads the given members.</summary>
    public static ImmutableArray<byte> Using(string className, params MemberInfo[] members)
    {
        var assembly = new PersistedAssemblyBuilder(new AssemblyName("Planted"), typeof(object).Assembly);
        var type = assembly.DefineDynamicModule("Planted").DefineType(className, TypeAttributes.Public);
        var code = type.DefineMethod("Break", MethodAttributes.Public | MethodAttributes.Static).GetILGenerator();
        foreach (var member in members)
        {
            if (member is MethodInfo method)
                code.Emit(OpCodes.Ldtoken, method);
            else
                code.Emit(OpCodes.Ldtoken, (Type)member);
            code.Emit(OpCodes.Pop);
        }
        code.Emit(OpCodes.Ldstr, "Planted in Larkham");
        code.Emit(OpCodes.Pop);
        code.Emit(OpCodes.Ret);
        type.CreateType();
        using var bytes = new MemoryStream();
        assembly.Save(bytes);
        return [.. bytes.ToArray()];
    }
}
