/** ED-2: what is approved, what is off-label, and what nobody has checked. */
import type { EducationModule } from '../education-module.ts'
import { said } from '../patient-text.ts'

export const approvedOrNot: EducationModule = {
  id: 'ed-2',
  version: 1,
  title: said('What is approved, and FDA warnings', 'Qué está aprobado y las advertencias de la FDA'),
  objectives: [
    said(
      'Tell apart esketamine, generic ketamine, and ketamine mixed by a pharmacy.',
      'Distinguir la esketamina, la ketamina genérica y la ketamina preparada por una farmacia.',
    ),
    said('Know what the FDA has warned about.', 'Saber qué ha advertido la FDA.'),
  ],
  sections: [
    {
      id: 'esketamine-approved',
      title: said('Esketamine nose spray', 'Aerosol nasal de esketamina'),
      text: said(
        'The FDA is the US agency that checks medicines. It has approved esketamine nose spray (Spravato) for adults in two cases. One is depression that other medicines did not help. The other is depression with thoughts of suicide that need care right now.',
        'La FDA es la agencia que revisa los medicamentos en Estados Unidos. Ha aprobado el aerosol nasal de esketamina (Spravato) para adultos en dos casos. Uno es la depresión que no mejoró con otros medicamentos. El otro es la depresión con pensamientos de suicidio que necesitan atención de inmediato.',
      ),
      cites: ['esketamine-label-us'],
      confidence: 'high',
      basis: 'src',
    },
    {
      id: 'ketamine-off-label',
      title: said('Generic ketamine', 'Ketamina genérica'),
      text: said(
        'Generic ketamine is approved only to put people to sleep for surgery. The FDA has not approved it for any mental health problem. Doctors may still prescribe it for one. That is called off-label use. It means the FDA has not checked how safe it is, or how well it works, for that use.',
        'La ketamina genérica está aprobada solo para dormir a las personas durante una cirugía. La FDA no la ha aprobado para ningún problema de salud mental. Aun así, un médico puede recetarla para eso. A esto se le llama uso fuera de la etiqueta (en inglés, off-label). Quiere decir que la FDA no ha revisado qué tan segura es, ni qué tan bien funciona, para ese uso.',
      ),
      cites: ['fda-2023', 'ketamine-label-us'],
      confidence: 'high',
      basis: 'src',
    },
    {
      id: 'compounded',
      title: said('Ketamine mixed by a pharmacy', 'Ketamina preparada por una farmacia'),
      text: said(
        'Some pharmacies mix ketamine into lozenges or sprays. These are called compounded. The FDA does not check them for safety, quality, or how well they work. The dose in each one may vary more.',
        'Algunas farmacias preparan ketamina en pastillas que se disuelven en la boca o en aerosoles. A estos productos se les llama compuestos. La FDA no revisa si son seguros, si tienen buena calidad ni si funcionan. La dosis puede variar más de uno a otro.',
      ),
      cites: ['fda-2023', 'judgement'],
      confidence: 'high',
      basis: 'src',
    },
    {
      id: 'fda-warnings',
      title: said('What the FDA warned about', 'Qué advirtió la FDA'),
      text: said(
        'In 2022 and 2023 the FDA warned about compounded ketamine. It can be risky at home, where nobody watches your breathing, blood pressure, or how sleepy you get. In one report a person took it at home and breathing slowed. The blood level was about twice that used for surgery.',
        'En 2022 y 2023, la FDA advirtió sobre la ketamina compuesta. Puede ser peligrosa en casa, donde nadie vigila su respiración, su presión ni cuánto sueño le da. En un caso, una persona la tomó en su casa y empezó a respirar muy despacio. Tenía en la sangre cerca del doble de lo que se usa en una cirugía.',
      ),
      cites: ['fda-2023'],
      confidence: 'high',
      basis: 'src',
    },
    {
      id: 'rems',
      title: said('Extra rules for esketamine', 'Reglas especiales para la esketamina'),
      text: said(
        'Esketamine has a US safety program. You sign up before your first visit. You take each dose at a certified clinic. You stay for at least two hours. The spray is never given to you to take home.',
        'La esketamina tiene un programa de seguridad en Estados Unidos. Usted se inscribe antes de la primera visita. Recibe cada dosis en una clínica certificada. Se queda por lo menos dos horas. El aerosol nunca se le entrega para llevar a casa.',
      ),
      concerns: { drug: ['esketamine'], region: ['US'] },
      cites: ['esketamine-rems', 'esketamine-label-us'],
      confidence: 'high',
      basis: 'src',
    },
    {
      id: 'other-choices',
      title: said('You have other choices', 'Usted tiene otras opciones'),
      text: said(
        'Ketamine is not the first treatment to try. Other medicines, talk therapy, and brain treatments such as ECT can help too. So can waiting, if it is safe. Ask your prescriber about each one. You can say no to ketamine and still get care.',
        'La ketamina no es el primer tratamiento que se prueba. También pueden ayudar otros medicamentos, la terapia y los tratamientos del cerebro como la terapia electroconvulsiva. A veces también se puede esperar, si no hay peligro. Pregunte por cada opción a quien le receta. Puede decir que no a la ketamina y seguir recibiendo atención.',
      ),
      cites: ['va-dod-mdd-2022', 'swainson-2021', 'anand-2023'],
      confidence: 'high',
      basis: 'src',
    },
  ],
  questions: [
    {
      id: 'ed-2-generic-approved',
      asks: said(
        'Has the FDA approved generic ketamine for depression?',
        '¿La FDA ha aprobado la ketamina genérica para la depresión?',
      ),
      answers: [
        { id: 'no', text: said('No', 'No') },
        { id: 'yes', text: said('Yes', 'Sí') },
        { id: 'in-low-dose', text: said('Yes, but only in low doses', 'Sí, pero solo en dosis bajas') },
      ],
      right: 'no',
      explains: said(
        'It is easy to mix these up. The nose spray esketamine is approved for some kinds of depression. Generic ketamine is not approved for any.',
        'Es fácil confundirse. El aerosol nasal de esketamina está aprobado para ciertos tipos de depresión. La ketamina genérica no está aprobada para ninguno.',
      ),
      safetyCritical: false,
      taughtIn: 'ketamine-off-label',
    },
    {
      id: 'ed-2-compounded-checked',
      asks: said(
        'Has the FDA checked the quality of a lozenge mixed by a pharmacy?',
        '¿La FDA ha revisado la calidad de una pastilla preparada por una farmacia?',
      ),
      answers: [
        { id: 'yes-each', text: said('Yes, it checks each one', 'Sí, revisa cada una') },
        { id: 'yes-pharmacy', text: said('Yes, if a pharmacy sells it', 'Sí, si la vende una farmacia') },
        { id: 'no', text: said('No, it has not', 'No, no la ha revisado') },
      ],
      right: 'no',
      explains: said(
        'Many people expect that. The FDA does not check compounded products for safety or quality. That is why we explain it.',
        'Mucha gente cree que sí. La FDA no revisa la seguridad ni la calidad de los productos compuestos. Por eso se lo explicamos.',
      ),
      safetyCritical: false,
      taughtIn: 'compounded',
    },
    {
      id: 'ed-2-alternatives',
      asks: said(
        'Who can answer your questions about other treatments?',
        '¿Quién puede responder sus preguntas sobre otros tratamientos?',
      ),
      answers: [
        { id: 'nobody', text: said('Nobody. There is no other choice', 'Nadie. No hay otra opción') },
        { id: 'prescriber', text: said('Your prescriber', 'La persona que le receta el medicamento') },
        { id: 'ads', text: said('Ads for ketamine', 'Los anuncios de ketamina') },
      ],
      right: 'prescriber',
      explains: said(
        'Your prescriber knows your history and can go through each choice with you. There are always other choices.',
        'Quien le receta conoce su historia y puede explicarle cada opción. Siempre hay otras opciones.',
      ),
      safetyCritical: false,
      taughtIn: 'other-choices',
    },
  ],
}
