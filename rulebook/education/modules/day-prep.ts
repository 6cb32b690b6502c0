/** ED-10: getting ready for a dosing day. */
import type { EducationModule } from '../education-module.ts'
import { said } from '../patient-text.ts'

export const dayPrep: EducationModule = {
  id: 'ed-10',
  version: 1,
  title: said('Getting ready for the day', 'Cómo prepararse para el día'),
  objectives: [
    said('Know when to stop eating and drinking.', 'Saber cuándo dejar de comer y beber.'),
    said('Plan your medicines and your way home.', 'Planear sus medicamentos y cómo volver a casa.'),
  ],
  sections: [
    {
      id: 'food',
      title: said('An empty stomach', 'Con el estómago vacío'),
      text: said(
        'A dose can make you sleepy and make you throw up. With an empty stomach that is much safer. So your clinic gives you times to stop eating and drinking. Follow them. If you ate by mistake, tell us. We will wait or choose a new day.',
        'Una dosis puede darle sueño y hacerlo vomitar. Con el estómago vacío hay mucho menos peligro. Por eso su clínica le indica a qué hora dejar de comer y beber. Siga esas horas. Si comió por error, avísenos. Esperamos o escogemos otro día.',
      ),
      cites: ['asa-fasting', 'esketamine-label-us'],
      confidence: 'med',
      basis: 'src',
    },
    {
      id: 'food-injected',
      title: said('Food and drink before an IV or a shot', 'Comida y bebida antes de una infusión o inyección'),
      text: said(
        'Have no solid food for at least 6 hours before. Have no clear drinks, like water, for at least 2 hours before. Your clinic may ask for longer. If it does, follow your clinic.',
        'No coma nada sólido por lo menos 6 horas antes. No tome líquidos claros, como agua, por lo menos 2 horas antes. Su clínica puede pedirle más tiempo. Si es así, siga lo que diga su clínica.',
      ),
      concerns: { route: ['IV', 'IM'] },
      cites: ['asa-fasting'],
      confidence: 'low',
      basis: 'src',
    },
    {
      id: 'food-nasal',
      title: said('Food and drink before the nose spray', 'Comida y bebida antes del aerosol nasal'),
      text: said(
        'Have no food for at least 2 hours before. Have no drinks for at least 30 minutes before. Your clinic may ask for longer. If it does, follow your clinic.',
        'No coma por lo menos 2 horas antes. No beba nada por lo menos 30 minutos antes. Su clínica puede pedirle más tiempo. Si es así, siga lo que diga su clínica.',
      ),
      concerns: { route: ['IN'] },
      cites: ['esketamine-label-us'],
      confidence: 'high',
      basis: 'src',
    },
    {
      id: 'food-lozenge',
      title: said('Food and drink before a lozenge', 'Comida y bebida antes de una pastilla'),
      text: said(
        'Write down the times that your clinic gives you. Do not have grapefruit or its juice. It can make the dose much stronger.',
        'Anote las horas que le indique su clínica. No coma toronja ni tome su jugo. Puede hacer que la dosis sea mucho más fuerte.',
      ),
      concerns: { route: ['SL'] },
      cites: ['peltoniemi-2012', 'judgement'],
      confidence: 'med',
      basis: 'drv',
    },
    {
      id: 'other-sprays',
      title: said('Other nose sprays', 'Otros aerosoles para la nariz'),
      text: said(
        'If you use a spray for allergies or a stuffy nose, use it at least 1 hour before your dose. Tell us that you did.',
        'Si usa un aerosol para la alergia o la nariz tapada, úselo por lo menos 1 hora antes de su dosis. Díganos que lo usó.',
      ),
      concerns: { route: ['IN'] },
      cites: ['esketamine-label-us'],
      confidence: 'med',
      basis: 'src',
    },
    {
      id: 'medicines',
      title: said('Your medicines that day', 'Sus medicamentos ese día'),
      text: said(
        'Take your blood pressure pill and your other pills the way we told you. If you are not sure, call before the day. A dose raises blood pressure for a while. We check yours first. If it is too high, we wait or choose a new day.',
        'Tome su pastilla para la presión y sus otras pastillas como le indicamos. Si no está seguro, llame antes de ese día. Una dosis sube la presión por un rato. Primero le tomamos la presión. Si está muy alta, esperamos o escogemos otro día.',
      ),
      cites: ['esketamine-label-us', 'ketamine-label-us', 'judgement'],
      confidence: 'high',
      basis: 'drv',
    },
    {
      id: 'ride',
      title: said('Your ride and your day', 'Quién lo lleva y su día'),
      text: said(
        'Ask an adult you know to take you home. Without one, we set a new date. Keep the rest of the day free. Wear loose clothes. Do not drink alcohol that day or the day before. Tell us if you are sick or have a fever, may be pregnant, or took a new medicine.',
        'Pídale a un adulto que conoce que lo lleve a casa. Si no tiene a nadie, ponemos otra fecha. Deje libre el resto del día. Use ropa cómoda. No tome alcohol ese día ni el día antes. Díganos si está enfermo o tiene fiebre, si podría estar embarazada o si tomó un medicamento nuevo.',
      ),
      cites: ['esketamine-label-us', 'ketamine-label-us', 'judgement'],
      confidence: 'high',
      basis: 'drv',
    },
  ],
  questions: [
    {
      id: 'ed-10-food',
      asks: said(
        'When do you stop eating and drinking before a dose?',
        '¿Cuándo deja de comer y beber antes de una dosis?',
      ),
      answers: [
        { id: 'when-hungry', text: said('I can eat until I leave home', 'Puedo comer hasta salir de casa') },
        { id: 'clinic-window', text: said('At the times my clinic gave me', 'A las horas que me indicó mi clínica') },
        { id: 'light-meal', text: said('I need not stop if I eat little', 'No hace falta si como poco') },
      ],
      right: 'clinic-window',
      explains: said(
        'Even a small meal can make you throw up while you are sleepy. The times from your clinic keep you safe.',
        'Incluso una comida pequeña puede hacerlo vomitar cuando tiene sueño. Las horas que le indica su clínica lo protegen.',
      ),
      safetyCritical: false,
      taughtIn: 'food',
    },
    {
      id: 'ed-10-pressure-pill',
      asks: said('Do you take your blood pressure pill on the day?', '¿Toma su pastilla para la presión ese día?'),
      answers: [
        { id: 'as-told', text: said('I do as my clinic told me', 'Hago lo que me indicó la clínica') },
        { id: 'skip', text: said('No, I skip it to be safe', 'No, no la tomo por si acaso') },
        { id: 'double', text: said('I take two, since pressure goes up', 'Tomo dos, porque la presión sube') },
      ],
      right: 'as-told',
      explains: said(
        'Skipping or doubling a pill can be unsafe with ketamine. Do as the clinic told you. Not sure? Call first.',
        'No tomarla o tomar doble puede ser peligroso con la ketamina. Haga lo que le indicó la clínica. ¿Tiene dudas? Llame antes.',
      ),
      safetyCritical: false,
      taughtIn: 'medicines',
    },
    {
      id: 'ed-10-no-ride',
      asks: said('Nobody can take you home. What happens?', 'Nadie puede llevarlo a casa. ¿Qué pasa?'),
      answers: [
        { id: 'go-alone', text: said('I get the dose and go home alone', 'Recibo la dosis y me voy solo') },
        { id: 'half-dose', text: said('I get half a dose', 'Recibo media dosis') },
        { id: 'new-date', text: said('We set a new date', 'Ponemos otra fecha') },
      ],
      right: 'new-date',
      explains: said(
        'We know it is hard to find a ride. To keep you safe on the way home, we set a new date. Ask us for ideas.',
        'Sabemos que no es fácil encontrar quién lo lleve. Para que llegue bien a casa, ponemos otra fecha. Pídanos ideas.',
      ),
      safetyCritical: false,
      taughtIn: 'ride',
    },
  ],
}
