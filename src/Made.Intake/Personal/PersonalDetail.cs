namespace Made.Intake.Personal;

/// <summary>What kind of personal detail a text seems to hold. The kind is said in findings; the text never is.</summary>
public enum PersonalDetail : byte
{
    None,
    Email,
    OnlineName,
    NhsNumber,
    NationalInsuranceNumber,
    Telephone,
    DateOfBirth,
    Postcode,
    VehiclePlate,
    ExactPlace,
    Address,
    PersonalNumber,
    Name,
}

public static class PersonalDetailWords
{
    public static string Words(this PersonalDetail detail) => detail switch
    {
        PersonalDetail.Email => "an e-mail address",
        PersonalDetail.OnlineName => "an account or internet address",
        PersonalDetail.NhsNumber => "an NHS number",
        PersonalDetail.NationalInsuranceNumber => "a National Insurance number",
        PersonalDetail.Telephone => "a telephone number",
        PersonalDetail.DateOfBirth => "a date of birth",
        PersonalDetail.Postcode => "a full postcode",
        PersonalDetail.VehiclePlate => "a vehicle's plate",
        PersonalDetail.ExactPlace => "an exact place",
        PersonalDetail.Address => "the address of a house or flat",
        PersonalDetail.PersonalNumber => "a number given to one person",
        PersonalDetail.Name => "a person's name",
        _ => "personal details",
    };
}
